package pose.ingest.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.athlete.SceneOptions;
import pose.ingest.SourceException;
import pose.ingest.source.SourceUrl.CameraKind;
import pose.ingest.source.SourceUrl.CameraUrl;
import pose.ingest.source.SourceUrl.DeviceUrl;
import pose.ingest.source.SourceUrl.ImagesUrl;
import pose.ingest.source.SourceUrl.SceneKind;
import pose.ingest.source.SourceUrl.SyntheticUrl;
import pose.ingest.source.SourceUrl.VideoFileUrl;
import pose.ingest.source.device.VideoDevice;
import pose.ingest.source.network.NetworkUrl;

/** How the URLs of sources are written. */
final class SourceUrlText {

    /** A URL's scheme and the rest. */
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);

    /** A folder and what is asked of it. */
    private static final Pattern WITH_QUERY = Pattern.compile("(.*)\\?([^/]*)", Pattern.DOTALL);

    private SourceUrlText() {}

    /** As {@link SourceUrl#parse}. */
    static SourceUrl parse(String url) throws SourceException {
        if (url.isBlank()) {
            throw new SourceException("the source is empty; " + SourceUrl.ALLOWED);
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
            default ->
                throw new SourceException("unknown kind of source '" + scheme.group(1) + ":'; " + SourceUrl.ALLOWED);
        };
    }

    private static SourceUrl fileOrFolder(Path path) {
        return Files.isDirectory(path) ? new ImagesUrl(path, ImagesUrl.DEFAULT_FPS) : new VideoFileUrl(path);
    }

    private static SourceUrl images(String rest) throws SourceException {
        Matcher query = WITH_QUERY.matcher(rest);
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
