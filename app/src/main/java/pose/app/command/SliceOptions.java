package pose.app.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import pose.app.slice.Slice;
import pose.app.slice.SliceBound;
import pose.schema.Topics;

/** Which part of a frames topic. */
final class SliceOptions {

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            converter = Bound.class,
            description =
                    "Where it begins: a time with its zone (2026-05-01T18:30:00Z: each camera's first frame not before it), or with "
                            + "a frame: CAMERA/EPOCH/SEQUENCE, a line of 'pose watch', or PARTITION:OFFSET; other cameras then "
                            + "begin at that frame's time (default: the oldest frame).")
    private @Nullable SliceBound from;

    @Option(
            names = "--to",
            paramLabel = "WHERE",
            converter = Bound.class,
            description =
                    "Where it ends: before a time, or with a frame, written as for --from (default: the newest frame "
                            + "at the start).")
    private @Nullable SliceBound to;

    @Option(
            names = "--from-topic",
            paramLabel = "NAME",
            converter = TopicName.class,
            description = "The topic of frames that is read (default: pose.frames.v1).")
    private @Nullable String topic;

    /** Whether any of it was given. */
    boolean given() {
        return from != null || to != null || topic != null;
    }

    /** Where it begins; empty for the oldest frame. */
    Optional<SliceBound> from() {
        return Optional.ofNullable(from);
    }

    /** Where it ends; empty for the newest frame. */
    Optional<SliceBound> to() {
        return Optional.ofNullable(to);
    }

    /** The topic's name. */
    String topic() {
        return topic == null ? Topics.FRAMES.name() : topic;
    }

    /** The camera of the frame that it begins or ends with, where one is named with its camera. */
    Optional<String> cameraOfBound() {
        if (from instanceof SliceBound.FrameId id) {
            return Optional.of(id.camera());
        }
        return to instanceof SliceBound.FrameId id ? Optional.of(id.camera()) : Optional.empty();
    }

    /** The slice of these cameras; one that holds nothing is wrong usage. */
    Slice slice(List<String> cameras, CommandSpec command) {
        try {
            return new Slice(Topics.FRAMES.named(topic()), cameras, Optional.ofNullable(from), Optional.ofNullable(to));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    static final class Bound implements ITypeConverter<SliceBound> {
        @Override
        public SliceBound convert(String text) {
            try {
                return SliceBound.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
