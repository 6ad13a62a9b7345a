package pose.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import pose.cpm.Manifest;
import pose.cpm.Sha256;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;

/** Versions whose weights are any bytes: a store looks at sums, not into networks. */
final class Versions {

    private Versions() {}

    static VersionFiles of(String id, String weights) {
        return of(VersionId.parse(id), weights.getBytes(StandardCharsets.UTF_8));
    }

    static VersionFiles of(VersionId id, byte[] weights) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(WeightsVersion.WEIGHTS, weights);
        files.put("report.html", "<p>A report.".getBytes(StandardCharsets.UTF_8));
        Map<String, Manifest.FileSum> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, new Manifest.FileSum(Sha256.of(bytes), bytes.length)));
        files.put(WeightsVersion.MANIFEST, manifest(id, sums).toJson().getBytes(StandardCharsets.UTF_8));
        return new VersionFiles(id, files);
    }

    static Manifest manifest(VersionId id, Map<String, Manifest.FileSum> sums) {
        return new Manifest(
                id.name(),
                id.version(),
                "2026-01-01T00:00:00Z",
                Manifest.ArchitectureWords.of(Preset.TINY.architecture(14, 2)),
                Skeleton.LSP14.name(),
                sums,
                Map.of("data", "none"),
                Map.of(),
                null,
                null);
    }
}
