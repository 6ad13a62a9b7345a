package pose.app.command;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A name that Kafka takes for a topic. */
final class TopicName implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        try {
            Topic.validate(text);
            return text;
        } catch (InvalidTopicException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no topic's name: 1 to 249 letters, digits, dots, underscores and hyphens");
        }
    }
}
