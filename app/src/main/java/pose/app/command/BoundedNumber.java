package pose.app.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number within bounds, in per cent too where it is a share. */
abstract class BoundedNumber implements ITypeConverter<Double> {

    private final double least;
    private final double most;
    private final boolean share;

    BoundedNumber(double least, double most, boolean share) {
        this.least = least;
        this.most = most;
        this.share = share;
    }

    @Override
    public final Double convert(String text) {
        boolean perCent = share && text.endsWith("%");
        try {
            double value = Double.parseDouble(perCent ? text.substring(0, text.length() - 1) : text);
            double meant = perCent ? value / 100 : value;
            if (meant >= least && meant <= most) {
                return meant;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of bounds is.
        }
        throw new TypeConversionException(String.format(
                Locale.ROOT,
                "'%s' is no number from %s to %s%s",
                text,
                words(least),
                words(most),
                share ? ", or from 0% to 100%" : ""));
    }

    private static String words(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
