package pose.ingest.source.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pose.athlete.Performer;
import pose.athlete.RenderedFrame;
import pose.athlete.Scene;
import pose.athlete.SceneOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.SourceOptions;
import pose.ingest.source.picture.BgrPicture;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.LargestJpeg;
import pose.ingest.source.picture.PictureEncoder;
import pose.ingest.source.picture.PictureSize;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/** Rendered athletes whose true keypoints travel along. A picture that is left out is never rendered. */
public final class SyntheticSource implements PictureSource {

    private final Scene scene;
    private final SceneOptions options;
    private final PictureSize size;
    private final SourceFormat format;
    private final PictureEncoder encoder;
    private final BgrPicture canvas;
    private long index;

    /**
     * @param name for messages
     * @throws SourceException where the wanted size is out of range
     */
    public SyntheticSource(String name, Scene scene, SourceOptions wanted) throws SourceException {
        Ffmpeg.load();
        this.scene = scene;
        this.options = scene.options();
        this.encoder = new PictureEncoder(name, wanted.width(), wanted.quality());
        this.size = encoder.sizeFor(options.width(), options.height());
        this.format = new SourceFormat(
                size.width(),
                size.height(),
                OptionalDouble.of(options.fps()),
                OptionalLong.of(scene.frames()),
                LargestJpeg.bytes(size, wanted.quality()));
        this.canvas = new BgrPicture(options.width(), options.height(), options.width(), options.height());
    }

    @Override
    public SourceFormat format() {
        return format;
    }

    @Override
    public Optional<SourcePicture> next() {
        return index < scene.frames() ? Optional.of(new Rendering(index++)) : Optional.empty();
    }

    @Override
    public void close() {
        encoder.close();
        canvas.close();
    }

    private Truth truth(RenderedFrame rendered) {
        List<TruePerson> people = new ArrayList<>();
        for (Performer performer : rendered.performers()) {
            List<TruePosition> positions = new ArrayList<>();
            for (int i = 0; i < performer.keypoints().size(); i++) {
                Point part = performer.keypoints().get(i);
                positions.add(new TruePosition(
                        scaled(part.x(), size.width(), options.width()),
                        scaled(part.y(), size.height(), options.height()),
                        performer.inSight().get(i)));
            }
            people.add(new TruePerson(positions, performer.id(), performer.visible()));
        }
        return new Truth(Skeleton.LSP14.name(), people);
    }

    /** Pixel centres are whole numbers, so the picture's edge, which scaling keeps, is at −0.5. */
    private static float scaled(double coordinate, int to, int from) {
        return (float) ((coordinate + 0.5) * to / from - 0.5);
    }

    private final class Rendering implements SourcePicture {

        private final long number;

        private Rendering(long number) {
            this.number = number;
        }

        @Override
        public long ptsUs() {
            return Math.round(number * 1e6 / options.fps());
        }

        @Override
        public long durationUs() {
            return Math.max(1, Math.round(1e6 / options.fps()));
        }

        @Override
        public EncodedPicture encode() throws SourceException {
            RenderedFrame rendered = scene.render(number);
            canvas.put(BgrPicture.bytes(rendered.image()));
            return new EncodedPicture(size, encoder.encode(canvas.frame()), Optional.of(truth(rendered)));
        }

        @Override
        public void close() {
            // Nothing native is held for one picture.
        }
    }
}
