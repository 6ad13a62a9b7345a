package pose.stream.weights;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.ModelPin;

/**
 * Has a version look at a few pictures before it is put to work: so that no camera's frame pays for the first pass through
 * an engine, and to see that it answers with poses, and in time.
 */
final class WarmUp {

    /** The fastest of these counts: what else the machine does at that moment is not the version's doing. */
    private static final int ROUNDS = 3;

    private final WarmUpRules rules;
    private final List<FrameRequest> pictures;
    private final LongSupplier nanoClock;

    WarmUp(WarmUpRules rules, List<FrameRequest> pictures, LongSupplier nanoClock) {
        this.rules = rules;
        this.pictures = List.copyOf(pictures);
        this.nanoClock = nanoClock;
    }

    /** What is wrong with a version. */
    record Fault(RefusalReason reason, String detail) {}

    /** What a version answered to all pictures, and how long it took for one at best. */
    private record Look(List<FrameResult> results, Duration fastest) {

        List<Pose> poses() {
            return results.stream()
                    .flatMap(result -> ((Inferred) result).people().stream())
                    .toList();
        }

        double highestScore() {
            return poses().stream()
                    .flatMap(pose -> pose.keypoints().stream())
                    .mapToDouble(Keypoint::score)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Looks through a version.
     *
     * @param serving the version at work, of the same model; empty where there is none to compare with
     * @return what is wrong with it; empty where nothing is
     */
    Optional<Fault> check(ModelPin version, String skeleton, Optional<ModelPin> serving) {
        Look look;
        try {
            look = look(version);
        } catch (RuntimeException | OutOfMemoryError e) {
            return fault(RefusalReason.NOT_LOADABLE, "the engine fails on a picture: " + e);
        }
        return shapes(look, skeleton)
                .or(() -> numbers(look))
                .or(() -> blind(look))
                .or(() -> serving.flatMap(this::tryLook).flatMap(atWork -> beside(look, atWork)));
    }

    /** An engine that fails under the version at work says nothing of this one. */
    private Optional<Look> tryLook(ModelPin atWork) {
        try {
            return Optional.of(look(atWork));
        } catch (RuntimeException | OutOfMemoryError e) {
            return Optional.empty();
        }
    }

    private Look look(ModelPin model) {
        List<FrameResult> results = infer(model, pictures);
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long began = nanoClock.getAsLong();
            List<FrameResult> unused = infer(model, pictures.subList(0, 1));
            fastest = Math.min(fastest, nanoClock.getAsLong() - began);
        }
        return new Look(results, Duration.ofNanos(fastest));
    }

    private static List<FrameResult> infer(ModelPin model, List<FrameRequest> frames) {
        try (FrameBatch batch = model.prepare(frames)) {
            return batch.infer();
        }
    }

    private Optional<Fault> shapes(Look look, String skeleton) {
        int parts = Skeleton.named(skeleton).map(Skeleton::size).orElse(0);
        for (FrameResult result : look.results()) {
            if (!(result instanceof Inferred seen)) {
                return fault(RefusalReason.SHAPES, "it does not look at a picture of an athlete: " + result);
            }
            for (Pose pose : seen.people()) {
                if (pose.keypoints().size() != parts) {
                    return fault(
                            RefusalReason.SHAPES,
                            "it gives " + pose.keypoints().size() + " keypoints a person; " + skeleton + " has "
                                    + parts);
                }
            }
        }
        return look.results().size() == pictures.size() && !look.poses().isEmpty()
                ? Optional.empty()
                : fault(
                        RefusalReason.SHAPES,
                        "it gives " + look.results().size() + " answers for " + pictures.size() + " pictures");
    }

    private static Optional<Fault> numbers(Look look) {
        return look.poses().stream()
                .flatMap(pose -> pose.keypoints().stream())
                .filter(k -> !Double.isFinite(k.x()) || !Double.isFinite(k.y()) || !Double.isFinite(k.score()))
                .findFirst()
                .flatMap(k -> fault(RefusalReason.NUMBERS, "it answers a picture with " + k));
    }

    private static Optional<Fault> blind(Look look) {
        boolean same = look.poses().stream().map(Pose::keypoints).distinct().count() == 1;
        return same && look.poses().size() > 1
                ? fault(RefusalReason.FLAT, "it sees exactly the same in different pictures: its belief maps are flat")
                : Optional.empty();
    }

    private Optional<Fault> beside(Look look, Look serving) {
        double needed = rules.faintest() * serving.highestScore();
        if (look.highestScore() < needed) {
            return fault(
                    RefusalReason.FLAT,
                    String.format(
                            Locale.ROOT,
                            "its belief maps are flat: its highest score on pictures of an athlete is %.4f; the version at "
                                    + "work has %.4f, and at least %.4f is needed",
                            look.highestScore(),
                            serving.highestScore(),
                            needed));
        }
        Duration longest = longer(rules.quickEnough(), Duration.ofNanos((long)
                (rules.slowest() * serving.fastest().toNanos())));
        if (look.fastest().compareTo(longest) > 0) {
            return fault(
                    RefusalReason.SLOW,
                    String.format(
                            Locale.ROOT,
                            "it takes %.1f ms for a picture, the version at work %.1f ms; at most %.1f ms are allowed",
                            millis(look.fastest()),
                            millis(serving.fastest()),
                            millis(longest)));
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(RefusalReason reason, String detail) {
        return Optional.of(new Fault(reason, detail));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
