package pose.trainer.judging.report;

import java.util.List;

/** Colours that stay apart from each other, also for most who see colours differently. */
final class Colours {

    private static final List<String> LINES = List.of(
            "#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5", "#9c6b4e",
            "#9498a0");

    private Colours() {}

    static String line(int index) {
        return LINES.get(index % LINES.size());
    }

    /** From light to dark, the last stage darkest. */
    static String stage(int stage, int stages) {
        int lightness = stages == 1 ? 35 : 75 - 45 * stage / (stages - 1);
        return "hsl(222,70%," + lightness + "%)";
    }

    /** A cell's background: white at 0 per cent, blue at 100. */
    static String cell(double perCent) {
        return "background:hsl(212,75%," + Markup.number(100 - 0.42 * perCent, 1) + "%)";
    }
}
