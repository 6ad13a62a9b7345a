package pose.app.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.app.event.ExampleEvents;
import pose.athlete.Performer;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.stream.RecordWords;

/** Events as of a stream that makes no mistake. */
public final class PerfectEvents {

    private PerfectEvents() {}

    /** The event of a frame in which everybody was found exactly, under an id that is ten times their own. */
    public static PoseFrame of(String camera, long sequence, List<Performer> performers) {
        return of(camera, sequence, performers, new WeightsRef("locator", "1", "cd"));
    }

    /** The same, of a stream that has no locator. */
    static PoseFrame unlocated(String camera, long sequence, List<Performer> performers) {
        return of(camera, sequence, performers, null);
    }

    private static PoseFrame of(
            String camera, long sequence, List<Performer> performers, @Nullable WeightsRef locator) {
        List<Person> people = new ArrayList<>();
        for (Performer performer : performers) {
            Box box = Box.around(performer.keypoints()).square(1.25);
            List<PartPosition> parts = performer.keypoints().stream()
                    .map(p -> new PartPosition((float) p.x(), (float) p.y(), 0.9f))
                    .toList();
            people.add(ExampleEvents.person()
                    .setBox(RecordWords.boundingBox(box))
                    .setScore(0.9f)
                    .setTrack(10 * performer.id())
                    .setKeypoints(parts)
                    .setSmoothed(parts)
                    .setPlays(true)
                    .build());
        }
        return ExampleEvents.event()
                .setCamera(camera)
                .setSequence(sequence)
                .setCaptureTimeUs(sequence * 40_000)
                .setPeople(people)
                .setLocator(locator)
                .build();
    }

    static Truth truth(List<Performer> performers) {
        List<TruePerson> people = new ArrayList<>();
        for (Performer performer : performers) {
            List<TruePosition> parts = new ArrayList<>();
            for (int i = 0; i < performer.keypoints().size(); i++) {
                Point p = performer.keypoints().get(i);
                parts.add(new TruePosition(
                        (float) p.x(), (float) p.y(), performer.inSight().get(i)));
            }
            people.add(new TruePerson(parts, performer.id(), performer.visible()));
        }
        return new Truth("lsp14", people);
    }
}
