package pose.trainer.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A data set as command lines and experiments name it: {@code KIND:PATH?key=value&…}. Messages quote the whole name.
 *
 * @param text as it was given
 * @param kind before the first colon, e.g. {@code lspet}
 * @param path what follows, up to the options; not empty
 * @param options in the order given
 */
public record DataSetName(String text, String kind, String path, Map<String, String> options) {

    public DataSetName {
        options = Map.copyOf(options);
    }

    /**
     * Takes a name apart. A question mark belongs to the path where no {@code key=value} follows it.
     *
     * @throws IllegalArgumentException where it has no kind or path, or an option twice
     */
    public static DataSetName parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("data set '" + text + "' has no kind; " + DataSets.ALLOWED);
        }
        String rest = text.substring(colon + 1);
        int mark = rest.lastIndexOf('?');
        boolean hasOptions = mark >= 0 && rest.indexOf('=', mark) > 0;
        String path = hasOptions ? rest.substring(0, mark) : rest;
        if (path.isEmpty()) {
            throw new IllegalArgumentException(
                    "data set '" + text + "' names no folder, file or count; " + DataSets.ALLOWED);
        }
        return new DataSetName(
                text, text.substring(0, colon), path, hasOptions ? options(text, rest.substring(mark + 1)) : Map.of());
    }

    private static Map<String, String> options(String text, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new IllegalArgumentException(
                        "data set '" + text + "': '" + pair + "' is no option; allowed: key=value");
            }
            if (options.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(
                        "data set '" + text + "': option '" + pair + "' is given twice; allowed: once");
            }
        }
        return options;
    }

    /**
     * This, once it is sure that it has no other options.
     *
     * @throws IllegalArgumentException where an option is none of these keys
     */
    public DataSetName allowing(Set<String> keys) {
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!keys.contains(option.getKey())) {
                throw new IllegalArgumentException("data set '" + text + "': option '" + option.getKey() + "="
                        + option.getValue() + "' is unknown; allowed: "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return this;
    }

    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }

    /** A whole number from {@code least} to {@code most}, where the option is given. */
    public Optional<Integer> number(String key, int least, int most) {
        return option(key).map(value -> whole(key + "=" + value, value, least, most));
    }

    /** The path as a whole number, where a kind counts instead of reading. */
    public int count(int most) {
        return whole("'" + path + "'", path, 1, most);
    }

    private int whole(String what, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(what, least, most), e);
        }
        throw new IllegalArgumentException(refusal(what, least, most));
    }

    private String refusal(String what, int least, int most) {
        return "data set '" + text + "': " + what + " is not allowed; allowed: a whole number from " + least + " to "
                + most;
    }
}
