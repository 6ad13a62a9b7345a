package pose.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import pose.cpm.BrokenPictureException;
import pose.cpm.DecodedPicture;
import pose.cpm.PersonLocator;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** A batch in front of one weights version. Each picture is decoded, cropped into the batch's buffer and let go of. */
final class ModelBatch implements FrameBatch {

    private final ModelLease lease;
    private final PersonLocator locator;
    private final ExecutorService preparers;
    private final PoseModel.People people;
    private final List<Entry> entries = new ArrayList<>();

    ModelBatch(ModelLease lease, PersonLocator locator, ExecutorService preparers, int room) {
        this.lease = lease;
        this.locator = locator;
        this.preparers = preparers;
        this.people = lease.model().begin(room);
    }

    private sealed interface Entry {
        int people();
    }

    /** Its picture is on its way into its places; the future's value is why it cannot be, where it cannot. */
    private record Prepared(int people, Future<Optional<String>> trouble) implements Entry {}

    private record Refused(String reason) implements Entry {
        @Override
        public int people() {
            return 0;
        }
    }

    @Override
    public void add(FrameRequest request) {
        Frame frame = request.frame();
        if (frame.getEncoding() != Encoding.JPEG) {
            entries.add(new Refused("the picture's encoding is " + frame.getEncoding() + "; only JPEG can be decoded"));
            return;
        }
        if (frame.getWidth() < 1 || frame.getHeight() < 1) {
            entries.add(new Refused("the frame says " + frame.getWidth() + "×" + frame.getHeight()
                    + " pixels; allowed: at least 1 on a side"));
            return;
        }
        List<PoseModel.Place> places = new ArrayList<>();
        for (Box box : locator.locate(frame.getWidth(), frame.getHeight())) {
            places.add(people.add(box));
        }
        entries.add(new Prepared(places.size(), preparers.submit(() -> trouble(request, places))));
    }

    private static Optional<String> trouble(FrameRequest request, List<PoseModel.Place> places) {
        Frame frame = request.frame();
        try (DecodedPicture picture = DecodedPicture.decodeJpeg(request.image())) {
            if (picture.width() != frame.getWidth() || picture.height() != frame.getHeight()) {
                // Keypoints are in the frame's pixels: of two sizes one is wrong, and nobody can tell which.
                return Optional.of("the frame says " + frame.getWidth() + "×" + frame.getHeight()
                        + " pixels, its picture has " + picture.width() + "×" + picture.height());
            }
            places.forEach(place -> place.write(picture));
            return Optional.empty();
        } catch (BrokenPictureException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void awaitPrepared() {
        for (Entry entry : entries) {
            if (entry instanceof Prepared prepared) {
                Optional<String> unused = await(prepared);
            }
        }
    }

    private static Optional<String> await(Prepared prepared) {
        try {
            return prepared.trouble().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while a picture was decoded", e);
        } catch (ExecutionException e) {
            // What is wrong with a picture is an answer; this is memory, or native code.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new EngineFailure("preparing a picture failed: " + cause, cause);
        }
    }

    @Override
    public List<FrameResult> infer() {
        awaitPrepared();
        List<Pose> poses = people.estimate();
        int expected = entries.stream().mapToInt(Entry::people).sum();
        if (poses.size() != expected) {
            throw new IllegalStateException("the model gave " + poses.size() + " poses for " + expected + " people");
        }
        List<FrameResult> results = new ArrayList<>(entries.size());
        int next = 0;
        for (Entry entry : entries) {
            int end = next + entry.people();
            results.add(result(entry, poses.subList(next, end)));
            next = end;
        }
        return results;
    }

    private FrameResult result(Entry entry, List<Pose> poses) {
        if (entry instanceof Refused refused) {
            return new Poison(refused.reason());
        }
        PoseModel model = lease.model();
        return await((Prepared) entry)
                .<FrameResult>map(Poison::new)
                .orElseGet(() -> new Inferred(poses, model.skeleton(), model.weights()));
    }

    @Override
    public void close() {
        for (Entry entry : entries) {
            if (entry instanceof Prepared prepared) {
                settle(prepared);
            }
        }
        people.close();
        lease.release();
    }

    /** The places go to another batch next: whoever still writes into one must be done first. */
    private static void settle(Prepared prepared) {
        try {
            Optional<String> unused = await(prepared);
        } catch (EngineFailure e) {
            // Told already, to whoever inferred this batch; a batch that nobody inferred has nobody to tell.
        }
    }
}
