package pose.app.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import pose.app.compare.PartSpreads;
import pose.app.drawing.FramePicture;
import pose.app.slice.CameraFrames;
import pose.app.slice.FoundFrame;
import pose.app.slice.TopicSlice;
import pose.cpm.BrokenPictureException;
import pose.cpm.PersonLocator;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.cpm.Subject;
import pose.schema.Frame;
import pose.skeleton.Box;
import pose.skeleton.Pose;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.Located;
import pose.stream.PeopleSettings;
import pose.stream.PersonFinding;

/** Two versions over a slice of a topic of frames: everyone whom a stream would look at. */
public final class SliceDiff {

    private static final int BATCH = 16;

    private final TopicSlice slice;
    private final Optional<PersonFinding> locator;
    private final List<Waiting> waiting = new ArrayList<>();
    private int done;
    private int broken;

    /** @param locator says where people are; empty where the whole picture is looked at */
    public SliceDiff(TopicSlice slice, Optional<PersonFinding> locator) {
        this.slice = slice;
        this.locator = locator;
    }

    private record Waiting(Frame frame, Subject subject) {}

    /**
     * Looks at every frame.
     *
     * @param largest is given every difference
     * @param progress hears how many people were looked at
     */
    public Difference of(VersionPair versions, Largest largest, IntConsumer progress) {
        PartSpreads spreads = new PartSpreads(versions.skeleton());
        for (String camera : slice.slice().cameras()) {
            try (CameraFrames frames = slice.open(camera)) {
                for (Optional<FoundFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
                    take(next.get().frame());
                    if (waiting.size() >= BATCH) {
                        look(versions, spreads, largest, progress);
                    }
                }
            }
        }
        look(versions, spreads, largest, progress);
        String material = slice.slice().topic().name() + ", cameras "
                + String.join(", ", slice.slice().cameras());
        return new Difference(versions.names(), material, spreads, Optional.empty());
    }

    /** How many frames do not decode. */
    public int broken() {
        return broken;
    }

    private void take(Frame frame) {
        try {
            FrameRequest request = new FrameRequest(frame);
            Picture picture = Picture.decodeJpeg(request.image());
            List<Box> boxes = locator.map(where -> located(where, request))
                    .orElseGet(() -> PersonLocator.WHOLE_IMAGE.locate(picture.width(), picture.height()));
            boxes.forEach(box -> waiting.add(new Waiting(frame, new Subject(picture, box))));
        } catch (BrokenPictureException e) {
            broken++;
        }
    }

    private static List<Box> located(PersonFinding locator, FrameRequest request) {
        try (FrameBatch batch = locator.prepare(List.of(request))) {
            return batch.infer().get(0) instanceof Located found
                    ? PeopleSettings.defaults().wanted(request.frame(), found, false).sightings().stream()
                            .map(Sighting::subjectBox)
                            .toList()
                    : List.of();
        }
    }

    private void look(VersionPair versions, PartSpreads spreads, Largest largest, IntConsumer progress) {
        List<List<Pose>> poses =
                versions.look(waiting.stream().map(Waiting::subject).toList());
        for (int i = 0; i < waiting.size(); i++) {
            Frame frame = waiting.get(i).frame();
            String id = frame.getCamera() + "/" + frame.getEpoch() + "/" + frame.getSequence();
            TwoLooks looks = new TwoLooks(id, poses.get(0).get(i), poses.get(1).get(i));
            spreads.add(looks.distance());
            largest.add(looks, () -> FramePicture.decode(frame).orElseThrow());
        }
        done += waiting.size();
        progress.accept(done);
        waiting.clear();
    }
}
