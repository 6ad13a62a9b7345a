package pose.app.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pose.cpm.Manifest;

/**
 * A weights version in a line, for people and as JSON.
 *
 * @param channels names of those that point to it, as far as was asked
 */
public record VersionSummary(Manifest manifest, List<String> channels) {

    public VersionSummary {
        channels = List.copyOf(channels);
    }

    private static final double MIB = 1 << 20;

    /** The network: preset, stages, and the side of its input in pixels. */
    public String model() {
        Manifest.ArchitectureWords words = manifest.architecture();
        return words.preset() + " " + words.stages() + "×" + words.inputSize();
    }

    /** Of all files but the manifest. */
    public long bytes() {
        return manifest.files().values().stream()
                .mapToLong(Manifest.FileSum::bytes)
                .sum();
    }

    public String size() {
        return String.format(Locale.ROOT, "%.1f MiB", bytes() / MIB);
    }

    /** The figure that the training ended with, where it is known, in per cent. */
    public String pck() {
        return figure().map(mean -> String.format(Locale.ROOT, "%.1f", mean)).orElse("–");
    }

    private Optional<Double> figure() {
        return manifest.metrics().values().stream()
                .flatMap(VersionSummary::mean)
                .findFirst();
    }

    private static Stream<Double> mean(Object figures) {
        return figures instanceof Map<?, ?> map && map.get("mean") instanceof Number mean
                ? Stream.of(mean.doubleValue())
                : Stream.empty();
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", manifest.name());
        map.put("version", manifest.version());
        map.put("created", manifest.created());
        map.put("preset", manifest.architecture().preset());
        map.put("stages", manifest.architecture().stages());
        map.put("inputSize", manifest.architecture().inputSize());
        map.put("skeleton", manifest.skeleton());
        map.put("bytes", bytes());
        figure().ifPresent(mean -> map.put("pck", mean));
        if (!channels.isEmpty()) {
            map.put("channels", channels);
        }
        return map;
    }
}
