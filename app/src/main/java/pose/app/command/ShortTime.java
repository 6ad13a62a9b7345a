package pose.app.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people write it: 90s, 10m, 2h, 1d. From 1 s to 30 days. */
final class ShortTime implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,7})([smhd])");
    private static final Duration MOST = Duration.ofDays(30);

    @Override
    public Duration convert(String text) {
        Matcher matcher = TIME.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration time = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            if (!time.isZero() && time.compareTo(MOST) <= 0) {
                return time;
            }
        }
        throw new TypeConversionException("'" + text + "' is no time from 1s to 30d; write e.g. 90s, 10m, 2h or 1d");
    }
}
