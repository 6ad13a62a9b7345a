package pose.trainer.judging.report;

import java.util.Locale;

/** Pieces of a page. Everything is well-formed XML too, so that any XML parser reads it. */
final class Markup {

    private Markup() {}

    /** Text as it may stand between tags and in attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A number with so many decimals. */
    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String section(String heading, String explanation, String content) {
        return "<section>\n<h2>" + escaped(heading) + "</h2>\n<p>" + escaped(explanation) + "</p>\n" + content
                + "</section>\n";
    }
}
