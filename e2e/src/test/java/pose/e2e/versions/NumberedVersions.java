package pose.e2e.versions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.VersionFiles;

/** Any number of versions of one network, which differ in their manifests only. */
public final class NumberedVersions {

    private final VersionFiles template;

    public NumberedVersions(VersionFiles template) {
        this.template = template;
    }

    /** The template's network as another version of its model, made at this moment. */
    public VersionFiles version(String version, Instant created) {
        Map<String, byte[]> files = new TreeMap<>(template.files());
        String manifest =
                new String(Objects.requireNonNull(files.get(WeightsVersion.MANIFEST)), StandardCharsets.UTF_8);
        String numbered = manifest.replaceFirst("(\"version\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + version + "\"")
                .replaceFirst("(\"created\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + created + "\"");
        files.put(WeightsVersion.MANIFEST, numbered.getBytes(StandardCharsets.UTF_8));
        return new VersionFiles(new VersionId(template.id().name(), version), files);
    }
}
