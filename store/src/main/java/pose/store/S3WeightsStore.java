package pose.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import pose.cpm.BadWeightsException;
import pose.cpm.FileReader;
import pose.cpm.Manifest;
import pose.cpm.Sha256;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * A store in an S3 bucket: {@code <name>/<version>/manifest.json}, and every other file of the version beside it as {@code
 * <SHA-256>.<file>}.
 *
 * <p>The manifest makes the version: it is written last, and only where there is none ({@code If-None-Match: *}). Until then the
 * other files are nobody's; as their names hold their sums, nobody can put other bytes in their place, and a publisher that lost
 * changes nothing of the winner's.
 */
final class S3WeightsStore implements WeightsStore {

    private static final String MANIFEST = WeightsVersion.MANIFEST;

    private final S3Location location;
    private final S3Bucket bucket;
    private final PublishSteps steps;

    S3WeightsStore(S3Location location, PublishSteps steps) {
        this.location = location;
        this.bucket = new S3Bucket(location);
        this.steps = steps;
    }

    @Override
    public String address() {
        return location.toString();
    }

    @Override
    public List<VersionId> versions() throws StoreException {
        List<VersionId> versions = new ArrayList<>();
        for (S3Bucket.Listed object : bucket.list("")) {
            S3Object.of(object).filter(S3Object::isManifest).map(S3Object::id).ifPresent(versions::add);
        }
        Collections.sort(versions);
        return versions;
    }

    @Override
    public boolean has(VersionId id) throws StoreException {
        return manifestBytes(id).isPresent();
    }

    private Optional<byte[]> manifestBytes(VersionId id) throws StoreException {
        try {
            return Optional.ofNullable(bucket.get(S3Object.name(id, MANIFEST), Manifest.LONGEST));
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.OTHER, place(id) + "/" + MANIFEST + ": " + e.getMessage() + ", no manifest", e);
        }
    }

    @Override
    public Manifest manifest(VersionId id) throws StoreException, BadWeightsException {
        return StoreChecks.manifest(address(), id, reader(id));
    }

    @Override
    public WeightsVersion open(VersionId id) throws StoreException, BadWeightsException {
        return StoreChecks.open(address(), id, reader(id));
    }

    @Override
    public StoredVersion read(VersionId id) throws StoreException, BadWeightsException {
        return StoreChecks.read(address(), id, reader(id));
    }

    /** Reads the manifest first, and the others by the names that it gives them. */
    FileReader<StoreException> reader(VersionId id) {
        Map<String, String> sums = new TreeMap<>();
        return (file, longest) -> {
            if (file.equals(MANIFEST)) {
                byte[] json = bucket.get(S3Object.name(id, MANIFEST), longest);
                if (json == null) {
                    throw StoreChecks.noSuchVersion(address(), id, file);
                }
                sums.putAll(sums(json));
                return json;
            }
            String sum = sums.get(file);
            byte[] bytes = sum == null ? null : bucket.get(S3Object.name(id, sum, file), longest);
            if (bytes == null && !has(id)) {
                throw StoreChecks.noSuchVersion(address(), id, file);
            }
            return bytes;
        };
    }

    /** Nothing of what is no manifest, which whoever asked for it finds out. */
    private static Map<String, String> sums(byte[] json) {
        Map<String, String> sums = new TreeMap<>();
        try {
            Manifest.parse(json, MANIFEST).files().forEach((name, sum) -> sums.put(name, sum.sha256()));
        } catch (BadWeightsException e) {
            return Map.of();
        }
        return sums;
    }

    @Override
    public Published publish(VersionFiles version) throws StoreException {
        VersionId id = version.id();
        Optional<byte[]> there = manifestBytes(id);
        if (there.isPresent()) {
            return same(version, there.get());
        }
        try {
            SortedMap<String, byte[]> objects = objects(version);
            put(objects);
            boolean made = bucket.putIfAbsent(S3Object.name(id, MANIFEST), version.manifest());
            steps.done("wrote " + MANIFEST);
            if (made) {
                // A sweep that was on its way may have taken one for an earlier publisher's leftover.
                bucket.list(id + "/").forEach(object -> objects.remove(object.name()));
                put(objects);
                return Published.NEW;
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.OTHER, place(id) + ": " + e.getMessage(), e);
        }
        return same(version, manifestBytes(id).orElseThrow(() -> StoreChecks.noSuchVersion(address(), id, MANIFEST)));
    }

    /** The version's files but the manifest, as objects by their names. */
    private static SortedMap<String, byte[]> objects(VersionFiles version) {
        SortedMap<String, byte[]> objects = new TreeMap<>();
        version.files().forEach((file, bytes) -> {
            if (!file.equals(MANIFEST)) {
                objects.put(S3Object.name(version.id(), Sha256.of(bytes), file), bytes);
            }
        });
        return objects;
    }

    private void put(SortedMap<String, byte[]> objects) throws StoreException, IOException {
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            bucket.put(object.getKey(), object.getValue());
            steps.done("wrote " + object.getKey());
        }
    }

    private Published same(VersionFiles version, byte[] there) throws VersionExistsException {
        Optional<String> difference = version.difference(there);
        if (difference.isPresent()) {
            throw new VersionExistsException(version.id(), address(), difference.get());
        }
        return Published.SAME;
    }

    @Override
    public void delete(VersionId id) throws StoreException {
        if (!has(id)) {
            return;
        }
        bucket.delete(S3Object.name(id, MANIFEST));
        for (S3Bucket.Listed object : bucket.list(id + "/")) {
            bucket.delete(object.name());
        }
    }

    @Override
    public int sweepLeftovers(Duration grace) throws StoreException {
        Instant before = Instant.now().minus(grace);
        Map<VersionId, List<S3Object>> files = new TreeMap<>();
        for (S3Bucket.Listed listed : bucket.list("")) {
            S3Object.of(listed)
                    .filter(object -> !object.isManifest() && !object.modified().isAfter(before))
                    .ifPresent(object -> files.computeIfAbsent(object.id(), id -> new ArrayList<>())
                            .add(object));
        }
        int swept = 0;
        for (Map.Entry<VersionId, List<S3Object>> version : files.entrySet()) {
            swept += sweep(version.getKey(), version.getValue()) ? 1 : 0;
        }
        return swept;
    }

    private boolean sweep(VersionId id, List<S3Object> old) throws StoreException {
        Optional<byte[]> manifest = manifestBytes(id);
        Set<String> wanted = new TreeSet<>();
        if (manifest.isPresent()) {
            Map<String, String> sums = sums(manifest.get());
            if (sums.isEmpty()) {
                // A manifest that is none does not say which files are its own.
                return false;
            }
            sums.forEach((file, sum) -> wanted.add(S3Object.name(id, sum, file)));
        }
        boolean swept = false;
        for (S3Object object : old) {
            if (!wanted.contains(object.name())) {
                bucket.delete(object.name());
                swept = true;
            }
        }
        return swept;
    }

    @Override
    public void close() {
        bucket.close();
    }
}
