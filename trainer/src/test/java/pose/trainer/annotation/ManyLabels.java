package pose.trainer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/** Labels of every sort, in hundredths of a pixel: nobody, several people, hidden and missing parts, odd names. */
final class ManyLabels {

    private static final List<String> NAMES = List.of(
            "gate-1-1763769600000000-5.jpg",
            "Ziel \"rechts\" & <links>.png",
            "été/日本 'O''Neill'; x=1,2.jpg",
            "🏃 läuft.JPG",
            "no ending");

    private ManyLabels() {}

    static Annotations of(Skeleton skeleton, long seed) {
        Random random = new Random(seed);
        List<AnnotatedPicture> pictures = new ArrayList<>();
        for (String name : NAMES) {
            List<AnnotatedPerson> people = new ArrayList<>();
            for (int i = 0; i < pictures.size() % 4; i++) {
                people.add(person(skeleton, random, name + "-" + i));
            }
            pictures.add(new AnnotatedPicture(name, 1 + random.nextInt(4000), 1 + random.nextInt(4000), people));
        }
        return new Annotations(skeleton, pictures);
    }

    private static AnnotatedPerson person(Skeleton skeleton, Random random, String id) {
        List<Mark> marks = new ArrayList<>();
        for (int p = 0; p < skeleton.size(); p++) {
            Sight sight = Sight.of(random.nextInt(3));
            marks.add(sight == Sight.UNLABELLED ? Mark.NONE : new Mark(sight, point(random)));
        }
        return new AnnotatedPerson(id, marks);
    }

    private static Point point(Random random) {
        return new Point((random.nextInt(500_000) - 50_000) / 100.0, (random.nextInt(500_000) - 50_000) / 100.0);
    }
}
