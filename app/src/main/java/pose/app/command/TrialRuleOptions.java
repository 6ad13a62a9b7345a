package pose.app.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.schema.TrialRules;

/** When a trial is over by itself. Any of these asks for rules; what is not given is as its default says. */
final class TrialRuleOptions {

    private static final int FRAMES = 500;
    private static final double DISTANCE = 0.1;
    private static final double SCORE_DROP = 0.05;
    private static final double LATENCY_RATIO = 1.5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    @Option(
            names = "--auto-promote",
            description =
                    "Make it stable by itself once every rule holds; with none of the other rules given, by their "
                            + "defaults.")
    private boolean promote;

    @Option(
            names = "--auto-rollback",
            description =
                    "Take it back by itself where a rule is broken, or the time is over without frames enough; any rule "
                            + "does so too.")
    private boolean takeBack;

    @Option(
            names = "--min-frames",
            paramLabel = "N",
            converter = Frames.class,
            description = "Decide once both versions have looked at so many frames of one stream, at least 1 (default: "
                    + FRAMES + ").")
    private @Nullable Integer minFrames;

    @Option(
            names = "--max-distance",
            paramLabel = "D",
            converter = Distance.class,
            description =
                    "How far apart the two versions' keypoints may be on average, as a share of the person's extent in "
                            + "the picture, 0 to 10 (default: " + DISTANCE + ").")
    private @Nullable Double maxDistance;

    @Option(
            names = "--max-score-drop",
            paramLabel = "S",
            converter = Drop.class,
            description = "How much lower its mean score may be than the serving version's, 0 to 1 (default: "
                    + SCORE_DROP + ").")
    private @Nullable Double maxScoreDrop;

    @Option(
            names = "--max-latency-ratio",
            paramLabel = "X",
            converter = Ratio.class,
            description = "How many times the serving version's time a frame it may take, 0.01 to 1000 (default: "
                    + LATENCY_RATIO + ").")
    private @Nullable Double maxLatencyRatio;

    @Option(
            names = "--decide-within",
            paramLabel = "TIME",
            converter = ShortTime.class,
            description =
                    "Take it back where there were not frames enough within this time, e.g. 90s, 10m or 2h, at most "
                            + "30 days (default: 10m).")
    private @Nullable Duration decideWithin;

    /** The rules that are asked for; null where none are. */
    @Nullable
    TrialRules rules() {
        boolean asked = promote
                || takeBack
                || minFrames != null
                || maxDistance != null
                || maxScoreDrop != null
                || maxLatencyRatio != null
                || decideWithin != null;
        if (!asked) {
            return null;
        }
        Duration within = decideWithin == null ? WITHIN : decideWithin;
        return new TrialRules(
                (long) (minFrames == null ? FRAMES : minFrames),
                maxDistance == null ? DISTANCE : maxDistance,
                maxScoreDrop == null ? SCORE_DROP : maxScoreDrop,
                maxLatencyRatio == null ? LATENCY_RATIO : maxLatencyRatio,
                within.toNanos() / 1000,
                promote);
    }

    static final class Frames extends Bounded {
        Frames() {
            super(1, Integer.MAX_VALUE);
        }
    }

    static final class Distance extends BoundedNumber {
        Distance() {
            super(0, 10, false);
        }
    }

    static final class Drop extends BoundedNumber {
        Drop() {
            super(0, 1, false);
        }
    }

    static final class Ratio extends BoundedNumber {
        Ratio() {
            super(0.01, 1000, false);
        }
    }
}
