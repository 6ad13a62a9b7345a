package pose.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * The versions that were opened last, kept in a folder of this machine: what was there once can be opened again while its store
 * is away. What it holds is checked like anything from a store, and thrown away where it is damaged. Several processes may share
 * the folder.
 */
public final class VersionCache {

    private static final Duration GRACE = Duration.ofHours(1);

    private final WeightsStore store;
    private final Path folder;
    private final FileWeightsStore local;
    private final int keep;
    private final Clock clock;
    private final Consumer<String> troubles;

    /**
     * @param store where versions come from; whoever made it closes it
     * @param folder made when the first version is kept
     * @param keep how many versions are kept, at least 1
     * @param troubles is told, in one line each, why a version is not kept, or was thrown away
     */
    public VersionCache(WeightsStore store, Path folder, int keep, Consumer<String> troubles) {
        this(store, folder, keep, troubles, Clock.systemUTC());
    }

    VersionCache(WeightsStore store, Path folder, int keep, Consumer<String> troubles, Clock clock) {
        if (keep < 1) {
            throw new IllegalArgumentException("keep is " + keep + "; it must be at least 1");
        }
        this.store = store;
        this.folder = folder;
        this.local = new FileWeightsStore(folder);
        this.keep = keep;
        this.troubles = troubles;
        this.clock = clock;
    }

    /**
     * Opens a version: as it is kept here, where those are the bytes that are meant; otherwise from the store, and then it is kept.
     *
     * @param manifestSha256 which bytes are meant, in lower-case hexadecimal; empty where that is not known: then the store is
     *     asked first, and what is kept serves only while it is unreachable
     * @throws StoreException where the version is not kept here and the store fails
     * @throws BadWeightsException where the store's is damaged
     */
    public WeightsVersion open(VersionId id, String manifestSha256) throws StoreException, BadWeightsException {
        if (!manifestSha256.isEmpty()) {
            Optional<WeightsVersion> kept = kept(id, manifestSha256);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        StoredVersion fetched;
        try {
            fetched = store.read(id);
        } catch (StoreException e) {
            if (manifestSha256.isEmpty() && e.kind() == StoreException.Kind.UNREACHABLE) {
                return kept(id, manifestSha256).orElseThrow(() -> e);
            }
            throw e;
        }
        if (manifestSha256.isEmpty() || manifestSha256.equals(fetched.version().manifestSha256())) {
            keep(fetched.files());
        }
        return fetched.version();
    }

    /** What is kept, where it is whole and has the right manifest; what is not is thrown away. */
    private Optional<WeightsVersion> kept(VersionId id, String manifestSha256) {
        if (!local.has(id)) {
            return Optional.empty();
        }
        try {
            WeightsVersion version = local.open(id);
            if (manifestSha256.isEmpty() || manifestSha256.equals(version.manifestSha256())) {
                markUsed(id);
                return Optional.of(version);
            }
            troubles.accept(local.place(id) + " is not the version that is meant; fetched again");
        } catch (BadWeightsException e) {
            troubles.accept(e.getMessage() + "; fetched again");
        } catch (StoreException e) {
            troubles.accept(e.getMessage());
            return Optional.empty();
        }
        discard(id);
        return Optional.empty();
    }

    private void discard(VersionId id) {
        try {
            local.delete(id);
        } catch (StoreException e) {
            troubles.accept(e.getMessage());
        }
    }

    /** A full disk is no reason not to serve. */
    private void keep(VersionFiles version) {
        try {
            Published unused = local.publish(version);
            markUsed(version.id());
            evict(version.id());
        } catch (VersionExistsException e) {
            // Another process's, of a version that was meant before: the next open finds that out.
            troubles.accept(e.getMessage());
        } catch (StoreException e) {
            troubles.accept("not kept: " + e.getMessage());
        }
    }

    private void evict(VersionId but) throws StoreException {
        List<VersionId> oldestFirst = local.versions().stream()
                .filter(id -> !id.equals(but))
                .sorted(Comparator.comparing(this::lastUse))
                .toList();
        for (VersionId id : oldestFirst.subList(0, Math.max(0, oldestFirst.size() + 1 - keep))) {
            local.delete(id);
        }
        int unused = local.sweepLeftovers(GRACE);
    }

    private void markUsed(VersionId id) {
        try {
            Files.setLastModifiedTime(folder.resolve(id.toString()), FileTime.from(clock.instant()));
        } catch (IOException e) {
            // It is only what is kept longest.
            troubles.accept(local.place(id) + ": the time of its use cannot be noted: " + e.getMessage());
        }
    }

    private Instant lastUse(VersionId id) {
        try {
            return Files.getLastModifiedTime(folder.resolve(id.toString())).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
