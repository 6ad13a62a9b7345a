package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.judging.Judged;
import pose.trainer.judging.JudgedPerson;
import pose.trainer.judging.Pck;
import pose.trainer.judging.Torso;

/** Judges a sequence, frame after frame. Whoever was found is somebody if their squares have half in common. */
public final class SequenceJudge {

    /** Whoever is hidden by more than half is not asked for: nobody can tell where the middle of them is. */
    public static final double LEAST_VISIBLE = 0.5;

    private static final Pck PCK = new Pck(0.2);

    private final Skeleton skeleton;
    private final double leastVisible;
    private final List<JudgedFrame> frames = new ArrayList<>();

    /** @param leastVisible share of somebody's parts that must be visible for them to be asked for, 0 to 1 */
    public SequenceJudge(Skeleton skeleton, double leastVisible) {
        // Written so that NaN is refused as well.
        if (!(leastVisible >= 0 && leastVisible <= 1)) {
            throw new IllegalArgumentException("least visible share is " + leastVisible + "; allowed: 0 to 1");
        }
        this.skeleton = skeleton;
        this.leastVisible = leastVisible;
    }

    /**
     * Takes the next frame.
     *
     * @throws IllegalArgumentException where its time is not after the last frame's, or somebody has not one keypoint a part
     */
    public void add(SequenceFrame frame) {
        if (!frames.isEmpty()
                && frame.captureTimeUs()
                        <= frames.get(frames.size() - 1).frame().captureTimeUs()) {
            throw new IllegalArgumentException("a frame of " + frame.captureTimeUs()
                    + " µs comes behind one of that time or later; allowed: in the order of time");
        }
        frame.truths().forEach(truth -> requireParts(truth.keypoints()));
        frame.founds().forEach(found -> requireParts(found.keypoints()));
        frames.add(JudgedFrame.of(frame, leastVisible));
    }

    private void requireParts(List<?> keypoints) {
        if (keypoints.size() != skeleton.size()) {
            throw new IllegalArgumentException("somebody has " + keypoints.size() + " keypoints; allowed: the "
                    + skeleton.size() + " of " + skeleton.name());
        }
    }

    /** What all frames so far tell. */
    public SequenceFigures figures() {
        List<IdentityFrame> identities =
                frames.stream().map(SequenceJudge::identities).toList();
        boolean tracked = frames.stream()
                .flatMap(judged -> judged.frame().founds().stream())
                .anyMatch(found -> found.track().isPresent());
        List<Passage> passages = Passage.of(frames);
        JitterFigures jitter = JitterFigures.of(passages);
        LagFigures lag = LagFigures.of(passages, skeleton);
        boolean steadied = frames.stream()
                .flatMap(judged -> judged.frame().founds().stream())
                .anyMatch(found -> found.smoothed().isPresent());
        return new SequenceFigures(
                frames.size(),
                leastVisible,
                LocatedFigures.of(frames),
                tracked ? Optional.of(IdentityFigures.of(identities, JudgedFrame.SAME)) : Optional.empty(),
                tracked ? Optional.of(ClearFigures.of(identities, JudgedFrame.SAME)) : Optional.empty(),
                tracked ? Optional.of(HotaFigures.of(identities)) : Optional.empty(),
                pck(FoundPresence::keypoints, SequenceJudge::seen),
                pck(FoundPresence::keypoints, SequenceJudge::inside),
                steadied
                        ? pck(found -> found.smoothed().orElse(found.keypoints()), SequenceJudge::seen)
                        : OptionalDouble.empty(),
                jitter.parts() > 0 ? Optional.of(jitter) : Optional.empty(),
                lag.wrists() > 0 ? Optional.of(lag) : Optional.empty());
    }

    /** Whoever has no track is somebody new in each frame: ids below 0. */
    private static IdentityFrame identities(JudgedFrame judged) {
        SequenceFrame frame = judged.frame();
        List<Long> founds = new ArrayList<>();
        for (FoundPresence found : frame.founds()) {
            founds.add(found.track().orElse(-1 - frame.captureTimeUs() * 1000 - founds.size()));
        }
        return new IdentityFrame(
                frame.truths().stream().map(TruePresence::id).toList(),
                founds,
                (t, f) ->
                        JudgedFrame.alike(frame.truths().get(t), frame.founds().get(f)));
    }

    private OptionalDouble pck(Function<FoundPresence, List<Keypoint>> keypoints, Labels labelling) {
        List<JudgedPerson> people = new ArrayList<>();
        for (JudgedFrame judged : frames) {
            for (int t = 0; t < judged.frame().truths().size(); t++) {
                TruePresence truth = judged.frame().truths().get(t);
                List<Optional<Point>> labels = labelling.of(truth, judged.frame());
                Optional<List<Keypoint>> found = judged.foundAt(t).map(keypoints);
                Torso.length(
                                skeleton,
                                truth.keypoints().stream().map(Optional::of).toList())
                        .ifPresent(torso -> people.add(found.map(seen -> JudgedPerson.of(labels, seen, torso))
                                .orElseGet(() -> JudgedPerson.unseen(labels, torso))));
            }
        }
        return PCK.judge(new Judged(skeleton.parts(), people)).mean();
    }

    /** Which parts are asked for. */
    private interface Labels {
        List<Optional<Point>> of(TruePresence truth, SequenceFrame frame);
    }

    /**
     * What is in sight: as in LSP's and COCO's figures, which ask for what is labelled, nobody is asked where a part is that
     * somebody else hides.
     */
    private static List<Optional<Point>> seen(TruePresence truth, SequenceFrame frame) {
        List<Optional<Point>> seen = new ArrayList<>(inside(truth, frame));
        for (int part = 0; part < seen.size(); part++) {
            if (!truth.inSight().get(part)) {
                seen.set(part, Optional.empty());
            }
        }
        return seen;
    }

    /** Everything but what is beyond the border. */
    private static List<Optional<Point>> inside(TruePresence truth, SequenceFrame frame) {
        return truth.keypoints().stream()
                .map(p -> p.isWithin(frame.width(), frame.height()) ? Optional.of(p) : Optional.<Point>empty())
                .toList();
    }
}
