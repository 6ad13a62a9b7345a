package pose.app.kafka;

import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The passwords among a client's settings, which a library's message may quote. */
final class KafkaSecrets {

    private static final String HIDDEN = "[hidden]";
    private static final Pattern IN_JAAS = Pattern.compile("password\\s*=\\s*\"?([^\";\\s]+)");

    private KafkaSecrets() {}

    /** A message without any of them. */
    static String hidden(@Nullable String message, Properties settings) {
        String shown = String.valueOf(message);
        for (String name : settings.stringPropertyNames()) {
            String value = settings.getProperty(name);
            if (name.endsWith("password") && !value.isEmpty()) {
                shown = shown.replace(value, HIDDEN);
            }
            if (name.endsWith("sasl.jaas.config")) {
                Matcher password = IN_JAAS.matcher(value);
                while (password.find()) {
                    shown = shown.replace(password.group(1), HIDDEN);
                }
            }
        }
        return shown;
    }
}
