package pose.ingest.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Keys and values of the user's as what they must be; each refusal names the key, its value and what is allowed. */
final class Keys {

    private static final int LONGEST_SHOWN = 60;
    private static final String PAIRS = "pairs of numbers, as in [[0, 0.5], [1, 0.5], [1, 1], [0, 1]]";

    private final ObjectNode tree;
    private final String prefix;

    private Keys(ObjectNode tree, String prefix) {
        this.tree = tree;
        this.prefix = prefix;
    }

    /**
     * Looks at an object.
     *
     * @param known every key that there is
     * @throws BadConfigException where it is no object, or has another key
     */
    static Keys of(JsonNode node, List<String> known) throws BadConfigException {
        return of(node, "", known);
    }

    private static Keys of(JsonNode node, String prefix, List<String> known) throws BadConfigException {
        if (!(node instanceof ObjectNode tree)) {
            String name = prefix.isEmpty() ? "this" : prefix.substring(0, prefix.length() - 1);
            throw new BadConfigException(name + " is " + shown(node) + "; allowed: " + String.join(", ", known));
        }
        for (String key : (Iterable<String>) tree::fieldNames) {
            if (!known.contains(key)) {
                throw new BadConfigException(
                        "key '" + prefix + shortened(key) + "' is unknown; " + nearest(key, known));
            }
        }
        return new Keys(tree, prefix);
    }

    Keys within(String key, List<String> known) throws BadConfigException {
        return of(tree.path(key), prefix + key + ".", known);
    }

    Optional<String> text(String key) throws BadConfigException {
        JsonNode value = tree.path(key);
        if (isNothing(value)) {
            return Optional.empty();
        }
        // YAML takes an id such as 007 for a number.
        if (!value.isValueNode()) {
            throw bad(key, kind(value), "a text");
        }
        return Optional.of(value.asText());
    }

    OptionalDouble number(String key) throws BadConfigException {
        JsonNode value = tree.path(key);
        if (isNothing(value)) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw bad(key, shown(value), "a number");
        }
        return OptionalDouble.of(value.doubleValue());
    }

    OptionalInt whole(String key) throws BadConfigException {
        JsonNode value = tree.path(key);
        if (isNothing(value)) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw bad(key, shown(value), "a whole number");
        }
        return OptionalInt.of(value.intValue());
    }

    boolean truth(String key) throws BadConfigException {
        JsonNode value = tree.path(key);
        if (!value.isBoolean()) {
            throw bad(key, shown(value), "true, false");
        }
        return value.booleanValue();
    }

    /** A list of lists of two numbers; nothing is an empty one. */
    List<List<Double>> pairs(String key) throws BadConfigException {
        JsonNode value = tree.path(key);
        List<List<Double>> pairs = new ArrayList<>();
        if (isNothing(value)) {
            return pairs;
        }
        if (!value.isArray()) {
            throw bad(key, shown(value), PAIRS);
        }
        for (JsonNode pair : value) {
            if (pair.size() != 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
                throw bad(key, "a list with " + shortened(pair.toString()) + " in it", PAIRS);
            }
            pairs.add(List.of(pair.get(0).doubleValue(), pair.get(1).doubleValue()));
        }
        return pairs;
    }

    BadConfigException bad(String key, Object value, String allowed) {
        return new BadConfigException(prefix + key + " is " + value + "; allowed: " + allowed);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String shown(JsonNode value) {
        if (isNothing(value)) {
            return "empty";
        }
        return value.isTextual()
                ? "'" + shortened(value.textValue()) + "'"
                : value.isValueNode() ? value.asText() : kind(value);
    }

    private static String kind(JsonNode value) {
        return value.isArray() ? "a list" : value.isObject() ? "keys and values" : shown(value);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String nearest(String key, List<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(name -> distance(key, name)))
                .orElseThrow();
        return distance(key, nearest) <= Math.max(2, nearest.length() / 3)
                ? "did you mean '" + nearest + "'?"
                : "allowed: " + String.join(", ", known);
    }

    /** Levenshtein's: how many letters are to be put in, left out or exchanged. */
    private static int distance(String one, String other) {
        if (one.length() > LONGEST_SHOWN) {
            return one.length();
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int exchanged = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[row.length - 1];
    }
}
