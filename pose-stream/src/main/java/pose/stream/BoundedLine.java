package pose.stream;

/** A reason that goes into a record: one line, of bounded length. */
public final class BoundedLine {

    private BoundedLine() {}

    /** The text without its line breaks; what is behind the longest length is left out, and an ellipsis says so. */
    public static String of(String text, int longest) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
