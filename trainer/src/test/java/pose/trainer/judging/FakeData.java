package pose.trainer.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/** Grey pictures, each with one person whose torso, from (60, 60) to (60, 160), is 100 pixels long. */
public record FakeData(List<Sample> samples) implements DataSet {

    static final Skeleton SKELETON = Skeleton.LSP14;

    static final int R_SHOULDER = SKELETON.indexOf("r_shoulder");

    /** Everybody has every part labelled, and a head of so many pixels. */
    public static FakeData withHeads(int people, double head) {
        return new FakeData(IntStream.range(0, people)
                .mapToObj(i -> sample("im" + i, truth(), OptionalDouble.of(head)))
                .toList());
    }

    /**
     * As found by an estimator that is so many pixels off.
     *
     * @param off by stage; by person, the last for the rest
     */
    public Evaluated found(double[][] off) throws DataSetException {
        int[] from = {0};
        return new DataSetRun(this).run(people -> {
            int first = from[0];
            from[0] += people.size();
            return Stream.of(off)
                    .map(stage -> IntStream.range(first, from[0])
                            .mapToObj(i -> pose(stage[Math.min(i, stage.length - 1)]))
                            .toList())
                    .toList();
        });
    }

    /** Everybody has every part labelled. */
    public static FakeData of(int people) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            samples.add(sample("im" + i, truth(), OptionalDouble.empty()));
        }
        return new FakeData(samples);
    }

    static Sample sample(String id, List<Optional<Point>> truth, OptionalDouble head) {
        byte[] grey = new byte[200 * 200 * 3];
        Arrays.fill(grey, (byte) 128);
        return new Sample(id, Picture.of(200, 200, grey), truth, List.of(), Optional.empty(), head);
    }

    static List<Optional<Point>> truth() {
        List<Optional<Point>> truth = new ArrayList<>();
        for (int p = 0; p < SKELETON.size(); p++) {
            truth.add(Optional.of(new Point(p == SKELETON.torso().to() ? 60 : 30 + 10 * p, 160 - 10 * p)));
        }
        truth.set(SKELETON.torso().from(), Optional.of(new Point(60, 60)));
        truth.set(SKELETON.torso().to(), Optional.of(new Point(60, 160)));
        return truth;
    }

    /** Finds every part so many pixels to the right of where it is. */
    static Pose pose(double off) {
        List<Keypoint> keypoints = truth().stream()
                .map(Optional::orElseThrow)
                .map(point -> new Keypoint(point.x() + off, point.y(), 1))
                .toList();
        return new Pose(new Box(0, 0, 200, 200), 1, keypoints);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Skeleton skeleton() {
        return SKELETON;
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public Sample sample(int index) {
        return samples.get(index);
    }
}
