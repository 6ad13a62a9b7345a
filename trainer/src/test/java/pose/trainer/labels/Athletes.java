package pose.trainer.labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pose.athlete.AthleteScene;
import pose.cpm.Picture;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.Sample;

/** Rendered athletes, read once, whose labels can be damaged. */
final class Athletes {

    static final Skeleton SKELETON = Skeleton.LSP14;

    private static final int NUMBER = 240;
    private static final int SIDE = 48;
    private static final int LARGER = 6;
    private static final Picture GREY = grey();
    private static final CheckedPeople CLEAN = read();

    private Athletes() {}

    /** Only their labels are wanted: rendered small, they cost next to nothing, and are then as large as usual. */
    private static CheckedPeople read() {
        List<CheckedPerson> people = new ArrayList<>();
        for (int i = 0; i < NUMBER; i++) {
            List<Optional<Point>> parts = AthleteScene.sample(4_000 + i, SIDE, SIDE).people().get(0).stream()
                    .map(p -> Optional.of(new Point(LARGER * p.x(), LARGER * p.y())))
                    .toList();
            people.add(new CheckedPerson(i, "athlete" + i, new Sample("athlete", GREY, parts).subjectBox(), parts));
        }
        return new CheckedPeople(SKELETON, people);
    }

    /** 240 of them, as they are. */
    static CheckedPeople clean() {
        return CLEAN;
    }

    /** The same people, every so-manieth with other labels. */
    static CheckedPeople damaged(int every, UnaryOperator<List<Optional<Point>>> damage) {
        List<CheckedPerson> people = CLEAN.people().stream()
                .map(person -> person.index() % every == 0 ? with(person, damage.apply(person.parts())) : person)
                .toList();
        return new CheckedPeople(SKELETON, people);
    }

    private static CheckedPerson with(CheckedPerson person, List<Optional<Point>> parts) {
        return new CheckedPerson(person.index(), person.id(), person.box(), parts);
    }

    /** Left and right of these parts change places. */
    static List<Optional<Point>> swapped(List<Optional<Point>> parts, String... names) {
        List<Optional<Point>> other = new ArrayList<>(parts);
        for (String name : names) {
            int right = SKELETON.indexOf("r_" + name);
            int left = SKELETON.indexOf("l_" + name);
            other.set(right, parts.get(left));
            other.set(left, parts.get(right));
        }
        return other;
    }

    /** One part lies by so many pixels elsewhere. */
    static List<Optional<Point>> thrown(List<Optional<Point>> parts, String part, double dx, double dy) {
        List<Optional<Point>> other = new ArrayList<>(parts);
        int index = SKELETON.indexOf(part);
        other.set(index, parts.get(index).map(p -> new Point(p.x() + dx, p.y() + dy)));
        return other;
    }

    /** What a fair model says: near the truth, some pixels off, and wildly wrong of every tenth part, at low scores. */
    static Predictions fairModel(long seed) {
        Random random = new Random(seed);
        Map<String, List<Optional<Keypoint>>> found = new HashMap<>();
        for (CheckedPerson person : CLEAN.people()) {
            found.put(
                    person.id(),
                    person.parts().stream()
                            .map(part -> part.map(truth -> {
                                boolean isLost = random.nextInt(10) == 0;
                                double off = isLost ? 60 : 4;
                                return new Keypoint(
                                        truth.x() + off * random.nextGaussian(),
                                        truth.y() + off * random.nextGaussian(),
                                        isLost ? 0.1 + 0.3 * random.nextDouble() : 0.5 + 0.4 * random.nextDouble());
                            }))
                            .toList());
        }
        return new Predictions(found);
    }

    /** Share of the first so many suspicions that are of damaged people. */
    static double precision(List<Suspicion> ranked, int first, int every) {
        return IntStream.range(0, first)
                        .filter(i -> ranked.get(i).person().index() % every == 0)
                        .count()
                / (double) first;
    }

    private static Picture grey() {
        byte[] bgr = new byte[288 * 288 * 3];
        java.util.Arrays.fill(bgr, (byte) 90);
        return Picture.of(288, 288, bgr);
    }

    /** These people as a data set whose pictures are all of one grey. */
    static DataSet inGrey(CheckedPeople people) {
        return new DataSet() {
            @Override
            public String name() {
                return "people in grey";
            }

            @Override
            public Skeleton skeleton() {
                return SKELETON;
            }

            @Override
            public int size() {
                return people.people().size();
            }

            @Override
            public Sample sample(int index) {
                CheckedPerson person = people.people().get(index);
                return new Sample(person.id(), GREY, person.parts());
            }
        };
    }
}
