package pose.ingest.source.images;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names are ordered where people number files: 2.jpg comes before 10.jpg. */
final class NameOrder {

    static final Comparator<String> NUMBERS_BY_VALUE =
            ((Comparator<String>) NameOrder::compare).thenComparing(Comparator.naturalOrder());

    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

    private NameOrder() {}

    private static int compare(String a, String b) {
        Matcher left = PIECE.matcher(a);
        Matcher right = PIECE.matcher(b);
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            }
            if (!more) {
                return -1;
            }
            int order = comparePieces(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePieces(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
