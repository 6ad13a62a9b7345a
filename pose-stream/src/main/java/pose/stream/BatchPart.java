package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import pose.cpm.BrokenPictureException;
import pose.cpm.DecodedPicture;
import pose.cpm.PersonLocator;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** The frames of a batch that one model looks at. Each picture is decoded, cropped into a buffer and let go of. */
final class BatchPart {

    private final PoseModel model;
    private final PersonLocator locator;
    private final Executor preparers;
    private final PoseModel.People people;
    private final List<Entry> entries = new ArrayList<>();
    private Iterator<FrameResult> results = List.<FrameResult>of().iterator();
    private Duration perFrame = Duration.ZERO;

    /** @param room how many frames it will hold at most */
    BatchPart(PoseModel model, PersonLocator locator, Executor preparers, int room) {
        this.model = model;
        this.locator = locator;
        this.preparers = preparers;
        this.people = model.begin(room);
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

    /** As {@link FrameBatch#add}. */
    void add(FrameRequest request) {
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
        FutureTask<Optional<String>> preparation = new FutureTask<>(() -> trouble(request, places));
        entries.add(new Prepared(places.size(), preparation));
        preparers.execute(preparation);
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

    /** As {@link FrameBatch#awaitPrepared}. */
    void awaitPrepared() {
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

    /** Runs the engine; afterwards {@link #next} gives the results. */
    void infer() {
        long began = System.nanoTime();
        List<Pose> poses = people.estimate();
        perFrame = Duration.ofNanos((System.nanoTime() - began) / Math.max(1, entries.size()));
        int expected = entries.stream().mapToInt(Entry::people).sum();
        if (poses.size() != expected) {
            throw new IllegalStateException("the model gave " + poses.size() + " poses for " + expected + " people");
        }
        List<FrameResult> found = new ArrayList<>(entries.size());
        int next = 0;
        for (Entry entry : entries) {
            int end = next + entry.people();
            found.add(result(entry, poses.subList(next, end)));
            next = end;
        }
        results = found.iterator();
    }

    /** The result of the next frame, in the order of adding. */
    FrameResult next() {
        return results.next();
    }

    /** The engine's time, divided by the frames. */
    Duration perFrame() {
        return perFrame;
    }

    /** Which version looks. */
    WeightsRef weights() {
        return model.weights();
    }

    private FrameResult result(Entry entry, List<Pose> poses) {
        if (entry instanceof Refused refused) {
            return new Poison(refused.reason());
        }
        return await((Prepared) entry)
                .<FrameResult>map(Poison::new)
                .orElseGet(() -> new Inferred(poses, model.skeleton(), model.weights()));
    }

    /** Gives back what it held. */
    void close() {
        for (Entry entry : entries) {
            if (entry instanceof Prepared prepared) {
                settle(prepared);
            }
        }
        people.close();
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
