package pose.stream.weights;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.StoreException;
import pose.stream.LoadedVersion;
import pose.stream.ModelPin;
import pose.stream.VersionLoading;

/** Fetches a version, checks that it is what was activated, loads it and warms it up. Answers, never throws. */
final class VersionLoader<L extends LoadedVersion> {

    private final VersionSource source;
    private final VersionLoading<L> loading;
    private final WarmUp warmUp;
    private final LongSupplier nanoClock;

    VersionLoader(VersionSource source, VersionLoading<L> loading, WarmUp warmUp, LongSupplier nanoClock) {
        this.source = source;
        this.loading = loading;
        this.warmUp = warmUp;
        this.nanoClock = nanoClock;
    }

    /**
     * Loads a version.
     *
     * @param atWork the version at work, to compare with, of the same model; empty where there is none
     * @param skeleton the one that its answers must follow; empty where any will do
     */
    LoadOutcome<L> load(Wanted wanted, Optional<AtWork> atWork, Optional<String> skeleton) {
        long began = nanoClock.getAsLong();
        VersionId id = wanted.id();
        WeightsVersion version;
        try {
            version = source.open(id, wanted.manifestSha256());
        } catch (StoreException e) {
            return e.kind() == StoreException.Kind.NO_SUCH_VERSION
                    ? refused(id, RefusalReason.MISSING, e)
                    : new LoadOutcome.Unreachable<>(id, line(e));
        } catch (BadWeightsException e) {
            return refused(id, RefusalReason.DAMAGED, e);
        }
        Optional<WarmUp.Fault> other = wanted.differenceTo(version)
                .or(() -> loading.otherKind(version).map(how -> new WarmUp.Fault(RefusalReason.KIND, how)))
                .or(() -> otherSkeleton(version, skeleton));
        if (other.isPresent()) {
            return refused(id, other.get());
        }
        return load(version, atWork, began);
    }

    private LoadOutcome<L> load(WeightsVersion version, Optional<AtWork> atWork, long began) {
        VersionId id = version.id();
        L model;
        try {
            model = loading.load(version);
        } catch (BadWeightsException | RuntimeException | OutOfMemoryError e) {
            // What an engine makes of a damaged model is its own affair: this process goes on.
            return refused(id, RefusalReason.NOT_LOADABLE, e);
        }
        WarmUp.Outcome outcome;
        try (ModelPin pin = model.pin()) {
            outcome = warmUp.check(pin, model.skeleton(), atWork);
        }
        if (outcome instanceof WarmUp.Outcome.Passed passed) {
            Duration took = Duration.ofNanos(nanoClock.getAsLong() - began);
            return new LoadOutcome.Loaded<>(id, version.manifestSha256(), model, passed.standard(), took);
        }
        model.close();
        return refused(id, ((WarmUp.Outcome.Failed) outcome).fault());
    }

    private static Optional<WarmUp.Fault> otherSkeleton(WeightsVersion version, Optional<String> skeleton) {
        String own = version.skeleton().name();
        return skeleton.filter(needed -> !needed.equals(own))
                .map(needed -> new WarmUp.Fault(
                        RefusalReason.SKELETON,
                        "its skeleton is " + own + "; what this model answered so far follows " + needed));
    }

    private LoadOutcome<L> refused(VersionId id, WarmUp.Fault fault) {
        return new LoadOutcome.Refused<>(id, fault.reason(), fault.detail());
    }

    private LoadOutcome<L> refused(VersionId id, RefusalReason reason, Throwable cause) {
        return new LoadOutcome.Refused<>(id, reason, line(cause));
    }

    private static String line(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.replaceAll("\\R\\s*", " ");
    }
}
