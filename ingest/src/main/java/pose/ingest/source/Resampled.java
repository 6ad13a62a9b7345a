package pose.ingest.source;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.Encoding;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;

/**
 * A source at another rate: at each tick k / fps of its time line, the picture that it shows then (the last one that began at
 * or before the tick). A faster source loses pictures, a slower one has them repeated; the last picture is shown for its own
 * duration. What is left out is never encoded, what is repeated is encoded once.
 */
final class Resampled implements PictureSource {

    /** A longer hole is a broken time stamp; filling it with repeats would be thousands of frames of nothing. */
    private static final long MAX_GAP_US = 600_000_000L;

    private final PictureSource pictures;
    private final double fps;
    private final SourceFormat format;
    private long tick;
    private @Nullable Shown shown;
    private @Nullable SourcePicture upcoming;
    private @Nullable SourceException fault;
    private boolean exhausted;

    Resampled(PictureSource pictures, double fps) {
        this.pictures = pictures;
        this.fps = fps;
        SourceFormat own = pictures.format();
        OptionalLong frames = own.frames().isPresent() && own.fps().isPresent()
                ? OptionalLong.of((long)
                        Math.ceil(own.frames().getAsLong() * fps / own.fps().getAsDouble() - 1e-6))
                : OptionalLong.empty();
        this.format =
                new SourceFormat(own.width(), own.height(), OptionalDouble.of(fps), frames, own.largestFrameBytes());
    }

    @Override
    public SourceFormat format() {
        return format;
    }

    @Override
    public Optional<SourcePicture> next() throws SourceException {
        if (shown == null && upcoming == null) {
            lookAhead();
            turn();
        }
        while (shown != null) {
            if (upcoming == null) {
                lookAhead();
            }
            long time = Math.round(tick * 1e6 / fps);
            long until = upcoming != null ? upcoming.ptsUs() : shown.picture.ptsUs() + shown.picture.durationUs();
            if (time < until) {
                tick++;
                return Optional.of(new Tick(shown, time, Math.round(1e6 / fps)));
            }
            turn();
        }
        if (fault != null) {
            throw fault;
        }
        return Optional.empty();
    }

    private void turn() {
        if (shown != null) {
            shown.picture.close();
        }
        shown = upcoming == null ? null : new Shown(upcoming);
        upcoming = null;
    }

    private void lookAhead() {
        if (exhausted) {
            return;
        }
        try {
            upcoming = pictures.next().orElse(null);
            exhausted = upcoming == null;
            if (upcoming != null && shown != null && upcoming.ptsUs() - shown.picture.ptsUs() > MAX_GAP_US) {
                upcoming.close();
                upcoming = null;
                exhausted = true;
                fault = new SourceException("the source's time jumps by more than 10 minutes after second "
                        + shown.picture.ptsUs() / 1_000_000 + "; without an own rate (fps) its pictures can be read");
            }
        } catch (SourceException e) {
            // Told after the picture that is shown now has had its ticks.
            exhausted = true;
            fault = e;
        }
    }

    @Override
    public void close() {
        freePictures();
        pictures.close();
    }

    private void freePictures() {
        if (shown != null) {
            shown.picture.close();
            shown = null;
        }
        if (upcoming != null) {
            upcoming.close();
            upcoming = null;
        }
        exhausted = true;
    }

    /** The picture on show, with its encoding once it has one. */
    private static final class Shown {

        private final SourcePicture picture;
        private @Nullable Encoding begun;

        private Shown(SourcePicture picture) {
            this.picture = picture;
        }

        private Encoding begin() throws SourceException {
            Encoding current = begun;
            if (current == null) {
                current = picture.begin();
                begun = current;
            }
            return current;
        }
    }

    /** One tick's view of the picture on show, to be encoded before the next tick is asked for. */
    private record Tick(Shown shown, long ptsUs, long durationUs) implements SourcePicture {

        @Override
        public EncodedPicture encode() throws SourceException {
            return shown.begin().await();
        }

        @Override
        public Encoding begin() throws SourceException {
            return shown.begin();
        }

        @Override
        public void close() {
            // The picture is closed when the next one is shown.
        }
    }
}
