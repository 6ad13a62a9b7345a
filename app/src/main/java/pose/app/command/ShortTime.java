package pose.app.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people write it: 90s, 10m, 2h, 1d. */
class ShortTime implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,7})([smhd])");

    private final Duration least;
    private final Duration most;

    /** From 1 s to 30 days. */
    ShortTime() {
        this(Duration.ofSeconds(1), Duration.ofDays(30));
    }

    /** For another range. */
    ShortTime(Duration least, Duration most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Duration convert(String text) {
        Matcher matcher = TIME.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration time = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) {
                return time;
            }
        }
        throw new TypeConversionException("'" + text + "' is no time from " + least.toSeconds() + "s to "
                + most.toDays() + "d; write e.g. 90s, 10m, 2h or 1d");
    }
}
