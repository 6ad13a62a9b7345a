package pose.app.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pose.app.console.TextTable;
import pose.cpm.Manifest;
import pose.cpm.WeightsVersion;

/** Everything that a weights version says of itself, as people read it. */
public final class VersionSheet {

    private VersionSheet() {}

    /** As lines; no line end behind the last. */
    public static String of(WeightsVersion version) {
        Manifest manifest = version.manifest();
        TextTable facts = TextTable.ofWords("version", version.toString());
        facts.row("made", manifest.created());
        facts.row("network", new VersionSummary(manifest, List.of()).model());
        facts.row("skeleton", manifest.skeleton());
        rows(facts, "training", manifest.training());
        rows(facts, "metrics", manifest.metrics());
        String parent = manifest.parent();
        if (parent != null) {
            facts.row("parent", parent);
        }
        String commit = manifest.gitCommit();
        if (commit != null) {
            facts.row("git commit", commit);
        }
        return facts + System.lineSeparator() + System.lineSeparator() + files(version);
    }

    private static void rows(TextTable facts, String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            facts.row(name, String.valueOf(value));
            return;
        }
        if (map.values().stream().noneMatch(Map.class::isInstance)
                && map.values().stream().allMatch(Number.class::isInstance)) {
            facts.row(name, line(map));
            return;
        }
        map.forEach((key, inner) -> rows(facts, name + " " + key, inner));
    }

    private static String line(Map<?, ?> figures) {
        List<String> words = new ArrayList<>();
        figures.forEach((key, figure) -> words.add(key + " " + figure));
        return String.join(", ", words);
    }

    private static TextTable files(WeightsVersion version) {
        TextTable files = TextTable.ofWords("file", "bytes", "SHA-256");
        version.manifest().files().forEach((name, sum) -> files.row(name, String.valueOf(sum.bytes()), sum.sha256()));
        files.row(WeightsVersion.MANIFEST, "", version.manifestSha256());
        return files;
    }
}
