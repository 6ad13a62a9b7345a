package pose.ingest.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

        private static final Pattern WITH_QUERY = Pattern.compile("(.*)\\?([^/]*)", Pattern.DOTALL);

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

    /** A URL's scheme and the rest. */
    Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);

    /**
     * Reads a source's URL.
     *
     * @throws SourceException naming what is allowed; never quoting more of an unknown URL than its scheme (passwords)
     */
    static SourceUrl parse(String url) throws SourceException {
        if (url.isBlank()) {
            throw new SourceException("the source is empty; " + ALLOWED);
        }
        Matcher scheme = SCHEME.matcher(url);
        if (!scheme.matches() || isFile(url)) {
            return fileOrFolder(path(url));
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "file" -> fileOrFolder(path(scheme.group(2).replaceFirst("^//(?=/)", "")));
            case "images" -> images(scheme.group(2));
            case "synthetic" -> synthetic(scheme.group(2));
            case "rtsp", "rtsps" -> new CameraUrl(CameraKind.RTSP, camera(url));
            case "udp" -> new CameraUrl(CameraKind.MPEG_TS, receiver(url));
            case "rtmp", "rtmps" -> new CameraUrl(CameraKind.RTMP, camera(url));
            case "rtmp+listen" ->
                new CameraUrl(CameraKind.RTMP_LISTEN, receiver(url).with("rtmp"));
            case "http", "https" -> web(camera(url));
            case "v4l2" -> new DeviceUrl(VideoDevice.parse(scheme.group(2)));
            default -> throw new SourceException("unknown kind of source '" + scheme.group(1) + ":'; " + ALLOWED);
        };
    }

    private static SourceUrl fileOrFolder(Path path) {
        return Files.isDirectory(path) ? new ImagesUrl(path, ImagesUrl.DEFAULT_FPS) : new VideoFileUrl(path);
    }

    private static SourceUrl images(String rest) throws SourceException {
        Matcher query = ImagesUrl.WITH_QUERY.matcher(rest);
        if (!query.matches()) {
            return new ImagesUrl(path(rest), ImagesUrl.DEFAULT_FPS);
        }
        String option = query.group(2);
        try {
            double fps = option.startsWith("fps=") ? Double.parseDouble(option.substring(4)) : Double.NaN;
            return new ImagesUrl(path(query.group(1)), fps);
        } catch (IllegalArgumentException e) {
            throw new SourceException("images: unknown option '" + option + "'; allowed: fps=0.01 to fps=240");
        }
    }

    private static SourceUrl synthetic(String rest) throws SourceException {
        int question = rest.indexOf('?');
        String scene = question < 0 ? rest : rest.substring(0, question);
        SceneKind kind = switch (scene) {
            case "athlete" -> SceneKind.ATHLETE;
            case "match" -> SceneKind.MATCH;
            default -> throw new SourceException("unknown synthetic source '" + scene + "'; allowed: athlete, match");
        };
        try {
            String query = question < 0 ? "" : rest.substring(question + 1);
            return new SyntheticUrl(kind, SceneOptions.parse(query, kind.defaults()));
        } catch (IllegalArgumentException e) {
            throw new SourceException(kind.shown() + ": " + e.getMessage());
        }
    }

    private static NetworkUrl camera(String url) throws SourceException {
        NetworkUrl address = NetworkUrl.parse(url);
        if (address.host().isEmpty()) {
            throw new SourceException(address.shown() + " names no host");
        }
        return address;
    }

    private static CameraUrl web(NetworkUrl address) {
        boolean playlist = address.path().toLowerCase(Locale.ROOT).endsWith(".m3u8");
        return new CameraUrl(playlist ? CameraKind.HLS : CameraKind.MJPEG, address);
    }

    private static NetworkUrl receiver(String url) throws SourceException {
        NetworkUrl address = NetworkUrl.parse(url);
        if (address.port().isEmpty()) {
            throw new SourceException(address.shown() + " names no port to listen on; allowed: " + address.scheme()
                    + "://HOST:PORT with an address of this machine"
                    + (address.scheme().equals("udp") ? " or a multicast group" : ""));
        }
        return address;
    }

    private static boolean isFile(String url) {
        try {
            return Files.exists(Path.of(url));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path path(String text) throws SourceException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SourceException("'" + text + "' is no file name: " + e.getReason());
        }
    }
}
