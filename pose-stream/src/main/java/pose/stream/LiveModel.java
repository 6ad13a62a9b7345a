package pose.stream;

import java.util.ArrayList;
import java.util.List;
import pose.cpm.BadWeightsException;
import pose.cpm.BrokenPictureException;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.Picture;
import pose.cpm.Subject;
import pose.cpm.WeightsVersion;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/**
 * The model that looks at frames now. Another version takes over between two batches, and only once it has loaded: what
 * cannot be loaded leaves the last good one at work.
 */
public final class LiveModel implements BatchInference, AutoCloseable {

    private final PersonLocator locator;
    private final EngineName engine;
    private PoseModel model;

    LiveModel(PoseModel model, PersonLocator locator, EngineName engine) {
        this.model = model;
        this.locator = locator;
        this.engine = engine;
    }

    /**
     * Loads a first version.
     *
     * @throws BadWeightsException where the weights do not fit their manifest
     * @throws IllegalArgumentException where the engine is not there
     */
    public static LiveModel load(WeightsVersion version, PersonLocator locator, EngineName engine)
            throws BadWeightsException {
        return new LiveModel(CpmModel.load(version, engine), locator, engine);
    }

    /**
     * Loads another version and lets it take over after the batch in hand.
     *
     * @throws BadWeightsException where it does not load; the version before stays at work
     */
    public void swap(WeightsVersion version) throws BadWeightsException {
        // Loading takes its time, and batches go on meanwhile.
        swap(CpmModel.load(version, engine));
    }

    synchronized void swap(PoseModel next) {
        PoseModel before = model;
        model = next;
        before.close();
    }

    /** The version at work. */
    public synchronized WeightsRef weights() {
        return model.weights();
    }

    @Override
    public synchronized List<FrameResult> infer(List<FrameRequest> batch) {
        List<Located> located = batch.stream().map(this::locate).toList();
        List<Subject> subjects =
                located.stream().flatMap(frame -> frame.subjects().stream()).toList();
        List<Pose> poses = subjects.isEmpty() ? List.of() : model.estimate(subjects);
        if (poses.size() != subjects.size()) {
            throw new IllegalStateException(
                    "the model gave " + poses.size() + " poses for " + subjects.size() + " subjects");
        }
        List<FrameResult> results = new ArrayList<>(batch.size());
        int next = 0;
        for (Located frame : located) {
            if (frame instanceof Bad bad) {
                results.add(new Poison(bad.reason()));
            } else {
                int end = next + frame.subjects().size();
                results.add(new Inferred(poses.subList(next, end), model.skeleton(), model.weights()));
                next = end;
            }
        }
        return results;
    }

    private sealed interface Located {
        List<Subject> subjects();
    }

    private record Good(List<Subject> subjects) implements Located {}

    private record Bad(String reason) implements Located {
        @Override
        public List<Subject> subjects() {
            return List.of();
        }
    }

    private Located locate(FrameRequest request) {
        Frame frame = request.frame();
        if (frame.getEncoding() != Encoding.JPEG) {
            return new Bad("the picture's encoding is " + frame.getEncoding() + "; only JPEG can be decoded");
        }
        Picture picture;
        try {
            picture = Picture.decodeJpeg(request.image());
        } catch (BrokenPictureException e) {
            return new Bad(String.valueOf(e.getMessage()));
        }
        if (picture.width() != frame.getWidth() || picture.height() != frame.getHeight()) {
            // Keypoints are in the frame's pixels: of two sizes one is wrong, and nobody can tell which.
            return new Bad("the frame says " + frame.getWidth() + "×" + frame.getHeight() + " pixels, its picture has "
                    + picture.width() + "×" + picture.height());
        }
        List<Subject> subjects = new ArrayList<>();
        for (Box box : locator.locate(picture)) {
            subjects.add(new Subject(picture, box));
        }
        return new Good(subjects);
    }

    @Override
    public synchronized void close() {
        model.close();
    }
}
