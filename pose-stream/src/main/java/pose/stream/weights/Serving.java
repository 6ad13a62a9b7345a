package pose.stream.weights;

import java.util.Optional;
import pose.channel.Active;
import pose.schema.WeightsRef;
import pose.stream.LiveVersion;
import pose.stream.LoadedVersion;
import pose.stream.ModelPin;

/** The version at work, which those that are to take its place are compared with. One thread. */
final class Serving<L extends LoadedVersion> {

    private final LiveVersion<L> live;
    private final VersionLoader<L> loader;
    private Standard standard;

    /** @param standard what the version at work did in its warm-up */
    Serving(LiveVersion<L> live, VersionLoader<L> loader, Standard standard) {
        this.live = live;
        this.loader = loader;
        this.standard = standard;
    }

    WeightsRef weights() {
        return live.weights();
    }

    String skeleton() {
        try (ModelPin atWork = live.pinServing()) {
            return atWork.skeleton();
        }
    }

    /** Whether it is what a channel points to. */
    boolean is(Active record) {
        WeightsRef now = live.weights();
        String sha256 = record.pinned().sha256();
        return now.getName().equals(record.version().name())
                && now.getVersion().equals(record.version().version())
                && (sha256.isEmpty() || sha256.equals(now.getSha256()));
    }

    /** Loads another version beside it. */
    LoadOutcome<L> load(Active wanted) {
        try (ModelPin atWork = live.pinServing()) {
            // Another model's score and pace say nothing of this one, and its skeleton may be another.
            boolean comparable =
                    atWork.weights().getName().equals(wanted.version().name());
            return loader.load(
                    Wanted.by(wanted),
                    comparable ? Optional.of(new AtWork(atWork, standard)) : Optional.empty(),
                    comparable ? Optional.of(atWork.skeleton()) : Optional.empty());
        }
    }

    /** Has a version that was loaded take its place. */
    void swap(LoadOutcome.Loaded<L> next) {
        live.swap(next.model());
        standard = next.standard();
    }

    /** Another one has taken its place, by being on trial before. */
    void took(Standard its) {
        standard = its;
    }
}
