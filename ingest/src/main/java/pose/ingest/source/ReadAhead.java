package pose.ingest.source;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import pose.ingest.CapturedFrame;
import pose.ingest.Fingerprint;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.Encoding;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;

/**
 * As {@link RecordedSource}, but a thread reads and decodes the next pictures, and lets their encoding begin, while the caller is
 * busy with the frames before them. The order stays, and a fault is told behind the last frame before it.
 */
final class ReadAhead implements FrameSource {

    /** JPEGs done or begun that nobody has asked for yet. */
    private static final int MOST_FRAMES = 8;

    private sealed interface Step {}

    private record Begun(long ptsUs, Encoding encoding) implements Step {}

    /** Nothing follows; why, where that is not the recording's end. */
    private record Last(@Nullable Throwable fault) implements Step {}

    private final PictureSource pictures;
    private final long epochUs;
    private final long first;
    private final Optional<Fingerprint> fingerprint;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(MOST_FRAMES);
    private final Thread reader = new Thread(this::read, "reading ahead");
    private @Nullable Last last;
    private boolean closed;

    /**
     * Nothing is read before the first frame is asked for.
     *
     * @param first sequence of the first frame to hand out: those before it are decoded, since others build on them, but not
     *     encoded
     */
    ReadAhead(PictureSource pictures, long epochUs, long first, Optional<Fingerprint> fingerprint) {
        this.pictures = pictures;
        this.epochUs = epochUs;
        this.first = first;
        this.fingerprint = fingerprint;
        reader.setDaemon(true);
    }

    @Override
    public SourceFormat format() {
        return pictures.format();
    }

    @Override
    public long epochUs() {
        return epochUs;
    }

    @Override
    public long firstSequence() {
        return first;
    }

    @Override
    public Optional<Fingerprint> fingerprint() {
        return fingerprint;
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        if (closed) {
            throw new IllegalStateException("the source is closed");
        }
        if (reader.getState() == Thread.State.NEW) {
            reader.start();
        }
        Step step = last == null ? take() : last;
        if (step instanceof Begun begun) {
            return Optional.of(frame(begun.ptsUs, begun.encoding.await()));
        }
        last = (Last) step;
        return end(last.fault);
    }

    private Step take() throws SourceException {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("interrupted while waiting for the next frame");
        }
    }

    private CapturedFrame frame(long ptsUs, EncodedPicture encoded) {
        return new CapturedFrame(
                epochUs + ptsUs,
                ptsUs,
                encoded.size().width(),
                encoded.size().height(),
                encoded.jpeg(),
                encoded.truth());
    }

    private static Optional<CapturedFrame> end(@Nullable Throwable fault) throws SourceException {
        if (fault instanceof SourceException told) {
            throw told;
        }
        if (fault instanceof Error error) {
            throw error;
        }
        if (fault instanceof RuntimeException bug) {
            throw bug;
        }
        return Optional.empty();
    }

    private void read() {
        try {
            steps.put(new Last(readAll()));
        } catch (InterruptedException e) {
            // Closed: nobody asks any more.
        }
    }

    /** @return why there are no more pictures, where that is not the end */
    private @Nullable Throwable readAll() throws InterruptedException {
        try {
            long sequence = 0;
            for (Optional<SourcePicture> next = pictures.next(); next.isPresent(); next = pictures.next()) {
                try (SourcePicture picture = next.get()) {
                    if (sequence++ >= first) {
                        steps.put(new Begun(picture.ptsUs(), picture.begin()));
                    } else if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
            return null;
        } catch (SourceException | RuntimeException | Error e) {
            return e;
        }
    }

    /** Ends the reading and frees what is native, once, however often it is called. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        reader.interrupt();
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                // What the thread reads from may not be freed under it.
                interrupted = true;
            }
        }
        pictures.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
