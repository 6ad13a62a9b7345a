package pose.stream;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pose.cpm.BrokenPictureException;
import pose.cpm.DecodedPicture;
import pose.schema.Encoding;
import pose.schema.Frame;

/**
 * A frame's picture on its way into a batch: decoded, written where it is needed, and let go of, or kept for those who look at
 * the people in it next.
 */
final class Preparation {

    /** The value is why the frame cannot be looked at, where it cannot. */
    private final Future<Optional<String>> trouble;

    private Preparation(Future<Optional<String>> trouble) {
        this.trouble = trouble;
    }

    /** Threads to begin preparations on, which keep no program from ending. */
    static ExecutorService threads(String name, int count) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Why nobody needs to look at this frame's picture to know that it cannot be looked at; empty where it may be. */
    static Optional<String> refusal(Frame frame) {
        if (frame.getEncoding() != Encoding.JPEG) {
            return Optional.of("the picture's encoding is " + frame.getEncoding() + "; only JPEG can be decoded");
        }
        if (frame.getWidth() < 1 || frame.getHeight() < 1) {
            return Optional.of("the frame says " + frame.getWidth() + "×" + frame.getHeight()
                    + " pixels; allowed: at least 1 on a side");
        }
        return Optional.empty();
    }

    /** Of a frame that needs no preparation since it cannot be looked at. */
    static Preparation refused(String reason) {
        return new Preparation(CompletableFuture.completedFuture(Optional.of(reason)));
    }

    /**
     * Begins.
     *
     * @param write what the picture is needed for, while it is there
     */
    static Preparation begin(FrameRequest request, Executor preparers, Consumer<DecodedPicture> write) {
        FutureTask<Optional<String>> task = new FutureTask<>(() -> prepare(request, write));
        preparers.execute(task);
        return new Preparation(task);
    }

    private static Optional<String> prepare(FrameRequest request, Consumer<DecodedPicture> write) {
        DecodedPicture picture = request.picture().take();
        boolean keep = false;
        try {
            picture = picture == null ? DecodedPicture.decodeJpeg(request.image()) : picture;
            Optional<String> trouble = trouble(request.frame(), picture);
            if (trouble.isEmpty()) {
                write.accept(picture);
                // Whoever says where people are is not the last to look.
                keep = request.located().isEmpty();
            }
            return trouble;
        } catch (BrokenPictureException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            letGo(request, picture, keep);
        }
    }

    private static void letGo(FrameRequest request, @Nullable DecodedPicture picture, boolean keep) {
        if (picture != null && keep) {
            request.picture().keep(picture);
        } else if (picture != null) {
            picture.close();
        }
    }

    private static Optional<String> trouble(Frame frame, DecodedPicture picture) {
        if (picture.width() == frame.getWidth() && picture.height() == frame.getHeight()) {
            return Optional.empty();
        }
        // Keypoints are in the frame's pixels: of two sizes one is wrong, and nobody can tell which.
        return Optional.of("the frame says " + frame.getWidth() + "×" + frame.getHeight() + " pixels, its picture has "
                + picture.width() + "×" + picture.height());
    }

    /**
     * Waits for it.
     *
     * @return why the frame cannot be looked at, in one line; empty where it can
     * @throws EngineFailure where nothing is known to be wrong with the frame, and preparing it failed all the same
     */
    Optional<String> trouble() {
        try {
            return trouble.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while a picture was decoded", e);
        } catch (ExecutionException e) {
            // What is wrong with a picture is an answer; this is memory, or native code.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new EngineFailure("preparing a picture failed: " + cause, cause);
        }
    }

    /** Waits until nobody writes any more: the places go to another batch next. */
    void settle() {
        try {
            Optional<String> unused = trouble();
        } catch (EngineFailure e) {
            // Told already, to whoever inferred this batch; a batch that nobody inferred has nobody to tell.
        }
    }
}
