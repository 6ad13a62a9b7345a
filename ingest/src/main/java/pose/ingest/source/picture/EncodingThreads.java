package pose.ingest.source.picture;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import pose.ingest.SourceException;

/**
 * Scales and encodes pictures on threads of its own, each with an encoder of its own, so that the thread that decodes goes on
 * meanwhile. What waits is bounded by its bytes: past them, {@link #begin} waits.
 */
public final class EncodingThreads implements AutoCloseable {

    /** Of decoded pictures, in KiB: two dozen of 1080p, or one of the largest there may be. */
    private static final int MOST_KIBIBYTES = 64 * 1024;

    private final PictureEncoder sizes;
    private final BlockingQueue<PictureEncoder> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads;
    private final Semaphore room = new Semaphore(MOST_KIBIBYTES);

    /**
     * Starts no thread before it is needed.
     *
     * @param name of the source, for messages
     * @param width of the JPEGs, see {@link PictureEncoder}
     * @param quality 1 to 100, as libjpeg means it
     * @param count at least 1
     */
    public EncodingThreads(String name, OptionalInt width, int quality, int count) {
        this.sizes = new PictureEncoder(name, width, quality);
        for (int i = 0; i < count; i++) {
            idle.add(new PictureEncoder(name, width, quality));
        }
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "encoding");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As {@link PictureEncoder#sizeFor}. */
    public PictureSize sizeFor(int pictureWidth, int pictureHeight) throws SourceException {
        return sizes.sizeFor(pictureWidth, pictureHeight);
    }

    /**
     * Begins with a picture, which stays the caller's and may be freed at once: its pixels are shared, not copied.
     *
     * @throws SourceException where its size is out of range, or this thread is interrupted while others are in front of it
     */
    public Encoding begin(AVFrame picture) throws SourceException {
        PictureSize size = sizeFor(picture.width(), picture.height());
        int kibibytes = (int) Math.min(MOST_KIBIBYTES, (long) picture.width() * picture.height() * 2 / 1024 + 1);
        try {
            room.acquire(kibibytes);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        AVFrame pixels = Ffmpeg.allocated(av_frame_clone(picture));
        Future<EncodedPicture> jpeg = threads.submit(() -> {
            try {
                return new EncodedPicture(size, encode(pixels), Optional.empty());
            } finally {
                av_frame_free(pixels);
                room.release(kibibytes);
            }
        });
        return () -> await(jpeg);
    }

    private byte[] encode(AVFrame pixels) throws SourceException, InterruptedException {
        PictureEncoder encoder = idle.take();
        try {
            return encoder.encode(pixels);
        } finally {
            idle.add(encoder);
        }
    }

    private static EncodedPicture await(Future<EncodedPicture> jpeg) throws SourceException {
        try {
            return jpeg.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SourceException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a picture was not encoded", e.getCause());
        }
    }

    private static SourceException interrupted() {
        Thread.currentThread().interrupt();
        return new SourceException("interrupted while a picture was being encoded");
    }

    /** Finishes what was begun, which is little, and frees what is native. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                boolean unused = threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                // The encoders may not be freed under a thread that uses them.
                interrupted = true;
            }
        }
        idle.forEach(PictureEncoder::close);
        sizes.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
