package pose.ingest.source;

import java.util.Optional;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;

/** Pictures with a time line of their own as frames: the picture at 0 was captured at the run's epoch. */
final class RecordedSource implements FrameSource {

    private final PictureSource pictures;
    private final long epochUs;
    private boolean closed;

    RecordedSource(PictureSource pictures, long epochUs) {
        this.pictures = pictures;
        this.epochUs = epochUs;
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
    public Optional<CapturedFrame> next() throws SourceException {
        if (closed) {
            throw new IllegalStateException("the source is closed");
        }
        Optional<SourcePicture> next = pictures.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        try (SourcePicture picture = next.get()) {
            EncodedPicture encoded = picture.encode();
            return Optional.of(new CapturedFrame(
                    epochUs + picture.ptsUs(),
                    picture.ptsUs(),
                    encoded.size().width(),
                    encoded.size().height(),
                    encoded.jpeg(),
                    encoded.truth()));
        }
    }

    /** Frees what is native, once, however often it is called. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pictures.close();
        }
    }
}
