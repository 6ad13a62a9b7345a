package pose.stream.weights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import pose.cpm.Sighting;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Located;
import pose.stream.ModelPin;

/**
 * Has a version look at a few pictures before it is put to work: so that no camera's frame pays for the first pass through
 * an engine, and to see that it answers with people, and in time. One picture at a time, with pauses: meanwhile the version at
 * work has frames to look at, on the same processors.
 */
final class WarmUp {

    private final WarmUpRules rules;
    private final List<FrameRequest> pictures;
    private final LongSupplier nanoClock;
    private final LongConsumer pause;

    /** @param pause waits for so many nanoseconds */
    WarmUp(WarmUpRules rules, List<FrameRequest> pictures, LongSupplier nanoClock, LongConsumer pause) {
        this.rules = rules;
        this.pictures = List.copyOf(pictures);
        this.nanoClock = nanoClock;
        this.pause = pause;
    }

    /** What is wrong with a version. */
    record Fault(RefusalReason reason, String detail) {}

    /**
     * What a version answered to all pictures.
     *
     * @param fastest how long it took for a picture at best: what else the machine does is not the version's doing
     */
    private record Look(List<FrameResult> results, Duration fastest) {

        List<Pose> poses() {
            return results.stream().flatMap(WarmUp::poses).toList();
        }

        Standard standard() {
            double highest = poses().stream()
                    .flatMap(pose -> pose.keypoints().stream())
                    .mapToDouble(Keypoint::score)
                    .max()
                    .orElse(0);
            return new Standard(highest, fastest);
        }
    }

    /** What came of it: a fault, or the standard that the next version is held to. */
    sealed interface Outcome {

        record Passed(Standard standard) implements Outcome {}

        record Failed(Fault fault) implements Outcome {}
    }

    /**
     * Looks through a version.
     *
     * @param atWork the version at work, of the same model, and what it did when it was looked through; empty where there is
     *     none to compare with
     */
    Outcome check(ModelPin version, String skeleton, Optional<AtWork> atWork) {
        Look look;
        try {
            look = look(version);
        } catch (RuntimeException | OutOfMemoryError e) {
            return new Outcome.Failed(new Fault(RefusalReason.NOT_LOADABLE, "the engine fails on a picture: " + e));
        }
        Optional<Fault> fault = shapes(look, skeleton).or(() -> numbers(look)).or(() -> blind(look));
        if (fault.isEmpty() && atWork.isPresent()) {
            fault = flat(look.standard(), atWork.get().standard()).or(() -> slow(look, atWork.get()));
        }
        return fault.<Outcome>map(Outcome.Failed::new).orElseGet(() -> new Outcome.Passed(look.standard()));
    }

    private Look look(ModelPin model) {
        List<FrameResult> results = new ArrayList<>();
        long fastest = Long.MAX_VALUE;
        for (FrameRequest picture : pictures) {
            long began = nanoClock.getAsLong();
            try (FrameBatch batch = model.prepare(List.of(picture))) {
                results.addAll(batch.infer());
            }
            long took = nanoClock.getAsLong() - began;
            fastest = Math.min(fastest, took);
            pause.accept(took);
        }
        return new Look(results, Duration.ofNanos(fastest));
    }

    /** Everyone who was seen. Whoever is only located is a person of one part, the centre. */
    private static Stream<Pose> poses(FrameResult result) {
        if (result instanceof Located located) {
            return located.sightings().stream().map(WarmUp::pose);
        }
        return result instanceof Inferred seen ? seen.people().stream() : Stream.empty();
    }

    private static Pose pose(Sighting sighting) {
        Point centre = sighting.centre();
        return new Pose(
                sighting.box(), sighting.score(), List.of(new Keypoint(centre.x(), centre.y(), sighting.score())));
    }

    private Optional<Fault> shapes(Look look, String skeleton) {
        int parts = Skeleton.named(skeleton).map(Skeleton::size).orElse(0);
        for (FrameResult result : look.results()) {
            if (!(result instanceof Inferred) && !(result instanceof Located)) {
                return fault(RefusalReason.SHAPES, "it does not look at a picture of an athlete: " + result);
            }
        }
        for (Pose pose : look.poses()) {
            if (pose.keypoints().size() != parts) {
                return fault(
                        RefusalReason.SHAPES,
                        "it gives " + pose.keypoints().size() + " keypoints a person; " + skeleton + " has " + parts);
            }
        }
        return look.results().size() == pictures.size()
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
        if (look.poses().isEmpty()) {
            return fault(RefusalReason.FLAT, "it sees nobody in pictures of an athlete: its belief maps are flat");
        }
        boolean same = look.poses().stream().map(Pose::keypoints).distinct().count() == 1;
        return same && look.poses().size() > 1
                ? fault(RefusalReason.FLAT, "it sees exactly the same in different pictures: its belief maps are flat")
                : Optional.empty();
    }

    private Optional<Fault> flat(Standard own, Standard atWork) {
        double needed = rules.faintest() * atWork.highestScore();
        return own.highestScore() >= needed
                ? Optional.empty()
                : fault(
                        RefusalReason.FLAT,
                        String.format(
                                Locale.ROOT,
                                "its belief maps are flat: its highest score on pictures of an athlete is %.4f; the version "
                                        + "at work has %.4f, and at least %.4f is needed",
                                own.highestScore(),
                                atWork.highestScore(),
                                needed));
    }

    private Optional<Fault> slow(Look look, AtWork atWork) {
        if (look.fastest().compareTo(allowed(atWork.standard().fastest())) <= 0) {
            return Optional.empty();
        }
        // The version at work may have been looked through while the machine had nothing else to do: once more, now.
        Duration own = look.fastest();
        Duration others;
        try {
            others = look(atWork.pin()).fastest();
        } catch (RuntimeException | OutOfMemoryError e) {
            // An engine that fails under the version at work says nothing of this one.
            return Optional.empty();
        }
        return own.compareTo(allowed(others)) <= 0
                ? Optional.empty()
                : fault(
                        RefusalReason.SLOW,
                        String.format(
                                Locale.ROOT,
                                "it takes %.1f ms for a picture, the version at work %.1f ms; at most %.1f ms are allowed",
                                millis(own),
                                millis(others),
                                millis(allowed(others))));
    }

    private Duration allowed(Duration atWork) {
        return longer(rules.quickEnough(), Duration.ofNanos((long) (rules.slowest() * atWork.toNanos())));
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
