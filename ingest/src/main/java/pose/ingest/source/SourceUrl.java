package pose.ingest.source;

import java.nio.file.Path;
import java.util.Locale;
import pose.athlete.AthleteScene;
import pose.athlete.MatchScene;
import pose.athlete.Scene;
import pose.athlete.SceneOptions;
import pose.ingest.SourceException;
import pose.ingest.source.device.VideoDevice;
import pose.ingest.source.network.NetworkUrl;

/**
 * What a source's URL asks for: every kind of source there is. Whatever it is printed into, a log, a message or a metric, it
 * gives away no password: {@code toString} is {@link #shown()}.
 */
public sealed interface SourceUrl {

    /** A video file. */
    record VideoFileUrl(Path file) implements SourceUrl {

        @Override
        public String shown() {
            return file.toString();
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /** A folder of pictures, at so many a second. */
    record ImagesUrl(Path folder, double fps) implements SourceUrl {

        static final double DEFAULT_FPS = 25;

        public ImagesUrl {
            // Written so that NaN is refused as well.
            if (!(fps >= 0.01 && fps <= 240)) {
                throw new IllegalArgumentException("fps is " + fps + "; allowed: 0.01 to 240");
            }
        }

        @Override
        public String shown() {
            return folder.toString();
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /** Rendered athletes. */
    record SyntheticUrl(SceneKind kind, SceneOptions scene) implements SourceUrl {

        public SyntheticUrl {
            kind.check(scene);
        }

        /** Casts and lights the scene. */
        public Scene open() {
            return kind.open(scene);
        }

        @Override
        public String shown() {
            return kind.shown();
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /** What is rendered. */
    enum SceneKind {
        /** Athletes who train, the first in the middle of the picture. */
        ATHLETE {
            @Override
            SceneOptions defaults() {
                return SceneOptions.DEFAULT;
            }

            @Override
            void check(SceneOptions scene) {
                // Every scene will do.
            }

            @Override
            Scene open(SceneOptions scene) {
                return new AthleteScene(scene);
            }
        },
        /** Athletes who run about, cross, leave and come back. */
        MATCH {
            @Override
            SceneOptions defaults() {
                return MatchScene.DEFAULT;
            }

            @Override
            void check(SceneOptions scene) {
                MatchScene.check(scene);
            }

            @Override
            Scene open(SceneOptions scene) {
                return new MatchScene(scene);
            }
        };

        abstract SceneOptions defaults();

        abstract void check(SceneOptions scene);

        abstract Scene open(SceneOptions scene);

        String shown() {
            return "synthetic:" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A camera on a network. */
    record CameraUrl(CameraKind kind, NetworkUrl address) implements SourceUrl {

        @Override
        public String shown() {
            return address.shown();
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /** How a camera on a network is spoken with. */
    enum CameraKind {
        /** RFC 2326, over TLS too. */
        RTSP,
        /** An MPEG transport stream in datagrams that arrive at an address of this machine or at a multicast group. */
        MPEG_TS,
        /** Fetched from an RTMP server. */
        RTMP,
        /** Brought by RTMP to a port of this machine. */
        RTMP_LISTEN,
        /** A playlist by HTTP, RFC 8216. */
        HLS,
        /** JPEG after JPEG by HTTP. */
        MJPEG
    }

    /** A camera that is plugged in. */
    record DeviceUrl(VideoDevice device) implements SourceUrl {

        @Override
        public String shown() {
            return device.shown();
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /** The URL without user, password or what else looks like a secret: fit for every eye. */
    String shown();

    /** For messages. */
    String ALLOWED = "allowed: a video file or a folder of pictures (a path, file:PATH or images:FOLDER?fps=25), "
            + "synthetic:athlete?seconds=10&fps=30 or synthetic:match?people=6, or a camera: rtsp:// or rtsps://, rtmp:// or rtmps://,"
            + " rtmp+listen://ADDRESS:PORT/APP/KEY (waits for it), udp://ADDRESS:PORT (MPEG-TS),"
            + " http:// or https:// (a path ending in .m3u8 is HLS, any other motion JPEG), v4l2:/dev/video0";

    /**
     * Reads a source's URL.
     *
     * @throws SourceException naming what is allowed; never quoting more of an unknown URL than its scheme (passwords)
     */
    static SourceUrl parse(String url) throws SourceException {
        return SourceUrlText.parse(url);
    }
}
