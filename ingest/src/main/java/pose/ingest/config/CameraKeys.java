package pose.ingest.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import pose.ingest.AttentionSettings;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceAddress;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.Transport;
import pose.ingest.camera.BackoffSettings;
import pose.ingest.camera.CameraSettings;
import pose.ingest.source.SourceUrl;

/** What a camera's keys mean; cameras.yaml beside this class explains each. */
final class CameraKeys {

    static final List<String> BACKOFF = List.of("firstSeconds", "longestSeconds");

    /** Those that may stand among the defaults. */
    static final List<String> SHARED = List.of(
            "fps",
            "width",
            "quality",
            "realtime",
            "hardware",
            "timeoutSeconds",
            "transport",
            "allowInternal",
            "bufferMiB",
            "region",
            "minHeight",
            "onlyPlayers",
            "backoff");

    static final List<String> ALL = withIdAndSource();

    private static final int MEBIBYTE = 1 << 20;
    private static final Map<String, Transport> TRANSPORTS =
            Map.of("auto", Transport.AUTO, "tcp", Transport.TCP, "udp", Transport.UDP);
    private static final ObjectMapper JSON = new ObjectMapper();

    private CameraKeys() {}

    private static List<String> withIdAndSource() {
        List<String> all = new ArrayList<>(List.of("id", "source"));
        all.addAll(SHARED);
        return List.copyOf(all);
    }

    /**
     * Makes settings of keys of which none is left out.
     *
     * @throws BadConfigException naming the key, its value and what is allowed
     */
    static CameraSettings settings(JsonNode camera, SecretReferences references) throws BadConfigException {
        Keys keys = Keys.of(camera, ALL);
        String source = keys.text("source").filter(text -> !text.isBlank()).orElse("");
        if (source.isEmpty()) {
            throw keys.bad("source", "empty", "where the camera's pictures come from, e.g. rtsp://host/stream");
        }
        SecretReferences.Filled filled = references.fill(source);
        SourceAddress address = SourceAddress.of(filled.whole(), source, filled.secrets());
        try {
            SourceUrl unused = SourceUrl.parse(filled.whole());
            return new CameraSettings(
                    keys.text("id").orElse(""), address, options(keys), attention(keys), buffer(keys), backoff(keys));
        } catch (SourceException e) {
            throw new BadConfigException("source: " + filled.hide(String.valueOf(e.getMessage())), e);
        } catch (IllegalArgumentException e) {
            throw new BadConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SourceOptions options(Keys keys) throws BadConfigException {
        return new SourceOptions(
                keys.number("fps"),
                keys.whole("width"),
                keys.whole("quality").orElseThrow(() -> keys.bad("quality", "empty", "1 to 100")),
                keys.truth("realtime"),
                keys.text("hardware"),
                new NetworkOptions(
                        seconds(keys, "timeoutSeconds", 0.1, 60), keys.truth("allowInternal"), transport(keys)));
    }

    private static Transport transport(Keys keys) throws BadConfigException {
        String name = keys.text("transport").orElse("");
        Transport transport = TRANSPORTS.get(name.toLowerCase(Locale.ROOT));
        if (transport == null) {
            throw keys.bad("transport", "'" + name + "'", "auto, tcp, udp");
        }
        return transport;
    }

    private static AttentionSettings attention(Keys keys) throws BadConfigException {
        List<AttentionSettings.Corner> region = new ArrayList<>();
        for (List<Double> corner : keys.pairs("region")) {
            region.add(new AttentionSettings.Corner(corner.get(0), corner.get(1)));
        }
        return new AttentionSettings(
                region,
                keys.number("minHeight").orElseThrow(() -> keys.bad("minHeight", "empty", "0 to 1")),
                keys.truth("onlyPlayers"));
    }

    private static int buffer(Keys keys) throws BadConfigException {
        int mebibytes = keys.whole("bufferMiB").orElse(0);
        if (mebibytes < 1 || mebibytes > 512) {
            throw keys.bad("bufferMiB", mebibytes, "1 to 512");
        }
        return mebibytes * MEBIBYTE;
    }

    private static BackoffSettings backoff(Keys keys) throws BadConfigException {
        Keys backoff = keys.within("backoff", BACKOFF);
        Duration first = seconds(backoff, "firstSeconds", 0.01, 60);
        return new BackoffSettings(first, seconds(backoff, "longestSeconds", first.toMillis() / 1000.0, 600));
    }

    private static Duration seconds(Keys keys, String key, double least, double most) throws BadConfigException {
        OptionalDouble seconds = keys.number(key);
        double value = seconds.orElse(Double.NaN);
        if (!(value >= least && value <= most)) {
            throw keys.bad(
                    key, seconds.isEmpty() ? "empty" : plain(value), plain(least) + " to " + plain(most) + " seconds");
        }
        return Duration.ofMillis(Math.round(value * 1000));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** Settings as keys, the source without user and password. */
    static ObjectNode shown(CameraSettings camera) {
        ObjectNode keys = JSON.createObjectNode();
        SourceOptions options = camera.options();
        keys.put("id", camera.id());
        keys.put("source", camera.source().shown());
        options.fps().ifPresentOrElse(fps -> keys.put("fps", fps), () -> keys.putNull("fps"));
        options.width().ifPresentOrElse(width -> keys.put("width", width), () -> keys.putNull("width"));
        keys.put("quality", options.quality());
        keys.put("realtime", options.realtime());
        keys.put("hardware", options.hardware().orElse(null));
        keys.put("timeoutSeconds", options.timeout().toMillis() / 1000.0);
        keys.put("transport", options.network().transport().name().toLowerCase(Locale.ROOT));
        keys.put("allowInternal", options.network().allowInternal());
        keys.put("bufferMiB", camera.bufferBytes() / MEBIBYTE);
        showAttention(camera.attention(), keys);
        keys.putObject("backoff")
                .put("firstSeconds", camera.backoff().first().toMillis() / 1000.0)
                .put("longestSeconds", camera.backoff().longest().toMillis() / 1000.0);
        return keys;
    }

    private static void showAttention(AttentionSettings attention, ObjectNode keys) {
        if (attention.region().isEmpty()) {
            keys.putNull("region");
        } else {
            ArrayNode corners = keys.putArray("region");
            attention
                    .region()
                    .forEach(corner -> corners.addArray().add(corner.x()).add(corner.y()));
        }
        keys.put("minHeight", attention.minHeight());
        keys.put("onlyPlayers", attention.onlyPlayers());
    }
}
