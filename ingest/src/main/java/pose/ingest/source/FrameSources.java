package pose.ingest.source;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pose.athlete.AthleteScene;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.SourceUrl.AthleteUrl;
import pose.ingest.source.SourceUrl.ImagesUrl;
import pose.ingest.source.SourceUrl.VideoFileUrl;
import pose.ingest.source.file.FfmpegSource;
import pose.ingest.source.images.ImagesSource;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.synthetic.SyntheticSource;

/** Opens whatever a source's URL names. */
public final class FrameSources {

    private FrameSources() {}

    /**
     * Opens a source.
     *
     * @param url a path of a video file or of a folder of pictures, {@code file:PATH}, {@code images:FOLDER?fps=25}, or {@code synthetic:athlete?…} (see {@link
     *     pose.athlete.SceneOptions#parse})
     * @param clock tells the run's epoch, now, and with {@link SourceOptions#realtime} the pace
     * @throws SourceException where there is no such source, naming what is wrong and what is allowed
     */
    public static FrameSource open(String url, SourceOptions options, Clock clock) throws SourceException {
        SourceUrl wanted = SourceUrl.parse(url);
        PictureSource pictures = pictures(wanted, options);
        PictureSource atRate = options.fps().isPresent()
                ? new Resampled(pictures, options.fps().getAsDouble())
                : pictures;
        // After opening, which may take a while: a realtime run begins with its first frame.
        long epochUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return options.realtime()
                ? RealtimeSource.of(new RecordedSource(atRate, epochUs), clock)
                : new ReadAhead(atRate, epochUs);
    }

    private static PictureSource pictures(SourceUrl wanted, SourceOptions options) throws SourceException {
        if (wanted instanceof VideoFileUrl video) {
            return FfmpegSource.open(video.file(), options);
        }
        if (wanted instanceof ImagesUrl images) {
            return ImagesSource.open(images.folder(), images.fps(), options);
        }
        AthleteUrl athletes = (AthleteUrl) wanted;
        return new SyntheticSource(new AthleteScene(athletes.scene()), options);
    }
}
