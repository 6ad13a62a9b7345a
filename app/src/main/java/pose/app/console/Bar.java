package pose.app.console;

/** A share as a bar of characters, an eighth of a character fine. */
public final class Bar {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private Bar() {}

    /**
     * Draws a bar.
     *
     * @param share 0 to 1; what is outside is cut
     * @param width in characters
     */
    public static String of(double share, int width) {
        int eighths = (int) Math.round(Math.max(0, Math.min(1, share)) * width * 8);
        String full = "█".repeat(eighths / 8);
        String part = eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8));
        String bar = full + part;
        return "▕" + bar + " ".repeat(width - bar.length()) + "▏";
    }
}
