package pose.channel;

/**
 * Who changes something.
 *
 * @param by a person, a command or a stream; one line, not blank
 * @param why one line; may be empty
 */
public record Signature(String by, String why) {

    public Signature {
        if (by.isBlank() || isOfSeveralLines(by)) {
            throw new IllegalArgumentException("by is '" + by + "'; it must be one line that is not blank");
        }
        if (isOfSeveralLines(why)) {
            throw new IllegalArgumentException("why is '" + why + "'; it must be one line");
        }
    }

    private static boolean isOfSeveralLines(String text) {
        return text.lines().count() > 1;
    }
}
