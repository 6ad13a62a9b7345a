package pose.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number within bounds. */
abstract class Bounded implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    Bounded(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Integer convert(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of bounds is.
        }
        throw new TypeConversionException("'" + text + "' is no whole number from " + least + " to " + most);
    }
}
