package pose.ingest.source;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pose.ingest.Fingerprint;
import pose.ingest.FrameSource;
import pose.ingest.SourceAddress;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.SourceUrl.CameraKind;
import pose.ingest.source.SourceUrl.CameraUrl;
import pose.ingest.source.SourceUrl.DeviceUrl;
import pose.ingest.source.SourceUrl.ImagesUrl;
import pose.ingest.source.SourceUrl.SyntheticUrl;
import pose.ingest.source.SourceUrl.VideoFileUrl;
import pose.ingest.source.device.DeviceSource;
import pose.ingest.source.file.FfmpegSource;
import pose.ingest.source.hls.HlsSource;
import pose.ingest.source.images.ImagesSource;
import pose.ingest.source.mjpeg.MjpegSource;
import pose.ingest.source.mpegts.MpegTsSource;
import pose.ingest.source.network.NetworkUrl;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.rtmp.RtmpSource;
import pose.ingest.source.rtsp.RtspSource;
import pose.ingest.source.synthetic.SyntheticSource;

/** Opens whatever a source's URL names. */
public final class FrameSources {

    private FrameSources() {}

    /**
     * Opens a source.
     *
     * @param url a path of a video file or of a folder of pictures, {@code file:PATH}, {@code images:FOLDER?fps=25}, {@code
     *     synthetic:athlete?…} or {@code synthetic:match?…} (see {@link pose.athlete.SceneOptions#parse}), or a camera: {@code rtsp://…}, {@code rtsps://…},
     *     {@code rtmp://…}, {@code rtmps://…}, {@code rtmp+listen://ADDRESS:PORT/APP/KEY}, {@code udp://ADDRESS:PORT},
     *     {@code http://…} or {@code https://…} (HLS where the path ends in {@code .m3u8}, otherwise motion JPEG),
     *     {@code v4l2:/dev/video0}
     * @param clock tells the run's epoch, now, and with {@link SourceOptions#realtime} the pace
     * @throws SourceException where there is no such source, naming what is wrong and what is allowed
     */
    public static FrameSource open(String url, SourceOptions options, Clock clock) throws SourceException {
        return open(SourceUrl.parse(url), options, clock);
    }

    /**
     * Opens a source, and shows nothing of what its address hides.
     *
     * @param clock tells the run's epoch, now, and when a live source's pictures arrive
     * @throws SourceException where there is no such source, naming what is wrong and what is allowed
     */
    public static FrameSource open(SourceAddress address, SourceOptions options, Clock clock) throws SourceException {
        SourceUrl wanted = SourceUrl.parse(address.full());
        return wanted instanceof CameraUrl camera
                ? camera(camera.kind(), camera.address().hiding(address.secrets()), options, clock)
                : open(wanted, options, clock);
    }

    /**
     * Opens a source.
     *
     * @param clock tells the run's epoch, now, and when a live source's pictures arrive
     * @throws SourceException where there is no such source, naming what is wrong and what is allowed
     */
    public static FrameSource open(SourceUrl wanted, SourceOptions options, Clock clock) throws SourceException {
        if (wanted instanceof DeviceUrl plugged) {
            return DeviceSource.open(plugged.device(), options, clock);
        }
        return wanted instanceof CameraUrl camera
                ? camera(camera.kind(), camera.address(), options, clock)
                : recorded(wanted, options, clock, 0);
    }

    private static FrameSource camera(CameraKind kind, NetworkUrl address, SourceOptions options, Clock clock)
            throws SourceException {
        return switch (kind) {
            case RTSP -> RtspSource.open(address, options, clock);
            case MPEG_TS -> MpegTsSource.open(address, options, clock);
            case RTMP -> RtmpSource.pull(address, options, clock);
            case RTMP_LISTEN -> RtmpSource.listen(address, options, clock);
            case HLS -> HlsSource.open(address, options, clock);
            case MJPEG -> MjpegSource.open(address, options, clock);
        };
    }

    private static FrameSource recorded(SourceUrl wanted, SourceOptions options, Clock clock, long first)
            throws SourceException {
        PictureSource pictures = pictures(wanted, options);
        PictureSource atRate = options.fps().isPresent()
                ? new Resampled(pictures, options.fps().getAsDouble())
                : pictures;
        // After opening, which may take a while: a realtime run begins with its first frame.
        long epochUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return options.realtime()
                ? RealtimeSource.of(new RecordedSource(atRate, epochUs), clock)
                : new ReadAhead(atRate, epochUs, first, Fingerprints.of(wanted, options));
    }

    /**
     * What tells this recording, read in this way, from others; empty for what is live or read in real time.
     *
     * @throws SourceException where the URL names no source, or its file cannot be read
     */
    public static Optional<Fingerprint> fingerprint(String url, SourceOptions options) throws SourceException {
        return Fingerprints.of(SourceUrl.parse(url), options);
    }

    /**
     * Opens a recording whose first frames have been had: they are read again but not encoded.
     *
     * @param epoch of the run that they were of
     * @param first sequence of the frame to go on with
     */
    public static FrameSource openBehind(String url, SourceOptions options, Instant epoch, long first)
            throws SourceException {
        return recorded(SourceUrl.parse(url), options, Clock.fixed(epoch, ZoneOffset.UTC), first);
    }

    private static PictureSource pictures(SourceUrl wanted, SourceOptions options) throws SourceException {
        if (wanted instanceof VideoFileUrl video) {
            return FfmpegSource.open(video.file(), options);
        }
        if (wanted instanceof ImagesUrl images) {
            return ImagesSource.open(images.folder(), images.fps(), options);
        }
        SyntheticUrl rendered = (SyntheticUrl) wanted;
        return new SyntheticSource(rendered.shown(), rendered.open(), options);
    }
}
