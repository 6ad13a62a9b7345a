package pose.stream.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pose.channel.Active;
import pose.channel.Channel;
import pose.cpm.BadWeightsException;
import pose.cpm.Manifest;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.cpm.network.Preset;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.WeightsRef;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;
import pose.store.StoreException;
import pose.stream.FakeModels;
import pose.stream.LoadedModel;
import pose.stream.VersionLoading;

/** A store in memory, whose versions load as models that see something else in each picture. */
final class FakeVersions implements VersionSource {

    static final Channel STABLE = new Channel("lite", "stable");
    static final Channel CANDIDATE = new Channel("lite", "candidate");

    static final Standard STANDARD = new Standard(0.5, Duration.ofMillis(1));

    final Map<VersionId, WeightsVersion> versions = new HashMap<>();
    final Map<String, AtomicBoolean> freed = new HashMap<>();
    final List<String> loads = new ArrayList<>();
    /** Versions that the engine does not take. */
    final List<String> unloadable = new ArrayList<>();

    @Nullable
    StoreException trouble;

    private long offset;

    WeightsVersion add(String version) {
        return add(version, "lsp14");
    }

    WeightsVersion add(String version, String skeleton) {
        try {
            WeightsVersion made = version(version, skeleton);
            versions.put(made.id(), made);
            return made;
        } catch (BadWeightsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WeightsVersion version(String version, String skeleton) throws BadWeightsException {
        byte[] weights = ("weights of " + version).getBytes(StandardCharsets.UTF_8);
        Manifest manifest = new Manifest(
                "lite",
                version,
                "2026-01-01T00:00:00Z",
                Manifest.ArchitectureWords.of(preset(skeleton).architecture(parts(skeleton), 2)),
                skeleton,
                Map.of(WeightsVersion.WEIGHTS, new Manifest.FileSum(sha256(weights), weights.length)),
                Map.of(),
                Map.of(),
                null,
                null);
        byte[] json = json(manifest);
        return WeightsVersion.open(
                "fake/" + version, (file, longest) -> file.equals(WeightsVersion.MANIFEST) ? json : weights);
    }

    private static Preset preset(String skeleton) {
        return skeleton.equals(Skeleton.CENTRE.name()) ? Preset.LOCATOR : Preset.TINY;
    }

    private static int parts(String skeleton) {
        return Skeleton.named(skeleton).orElseThrow().size();
    }

    private static byte[] json(Manifest manifest) {
        try {
            return new ObjectMapper().writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new record by which a channel points to a version. */
    Active activation(Channel channel, String version, String... history) {
        WeightsVersion named = versions.get(new VersionId("lite", version));
        return new Active(
                channel,
                new Activation(
                        "lite",
                        channel.name(),
                        version,
                        named == null ? "" : named.sha256(),
                        named == null ? "" : named.manifestSha256(),
                        1L,
                        "somebody",
                        "",
                        ActivationKind.PROMOTED,
                        List.of(history),
                        null),
                offset++);
    }

    @Override
    public WeightsVersion open(VersionId id, String manifestSha256) throws StoreException {
        if (trouble != null) {
            throw trouble;
        }
        WeightsVersion version = versions.get(id);
        if (version == null) {
            throw new StoreException(StoreException.Kind.NO_SUCH_VERSION, "fake: no version " + id);
        }
        return version;
    }

    LoadedModel load(WeightsVersion version) throws BadWeightsException {
        loads.add(version.version());
        if (unloadable.contains(version.version())) {
            throw new BadWeightsException(version + ": the weights do not fit");
        }
        AtomicBoolean closed = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        freed.put(version.version(), closed);
        return FakeModels.answering(
                ref(version),
                version.skeleton().name(),
                n -> keypoints(version.skeleton().size(), looks.getAndIncrement()),
                closed);
    }

    static WeightsRef ref(WeightsVersion version) {
        return new WeightsRef(version.name(), version.version(), version.sha256());
    }

    static List<Keypoint> keypoints(int parts, int n) {
        return IntStream.range(0, parts)
                .mapToObj(part -> new Keypoint(part + n, part, 0.5))
                .toList();
    }

    /** Loads its versions, from wherever they are read. */
    VersionLoader<LoadedModel> loader(VersionSource source) {
        return new VersionLoader<>(
                source,
                new VersionLoading<LoadedModel>() {
                    @Override
                    public Optional<String> otherKind(WeightsVersion version) {
                        return version.skeleton().equals(Skeleton.CENTRE) ? Optional.of("a locator") : Optional.empty();
                    }

                    @Override
                    public LoadedModel load(WeightsVersion version) throws BadWeightsException {
                        return FakeVersions.this.load(version);
                    }
                },
                new WarmUp(WarmUpRules.usual(), WarmUpPictures.frames(), System::nanoTime, nanos -> {}),
                System::nanoTime);
    }

    static StoreException unreachable() {
        return new StoreException(StoreException.Kind.UNREACHABLE, "fake: nobody answers");
    }
}
