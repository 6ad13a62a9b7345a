package pose.app.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pose.schema.WeightsEvent;

/** One event of weights versions as one line. */
public final class WeightsEventText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int WIDEST_KIND = 17;

    private WeightsEventText() {}

    /** For people: when, what, which version on which channel, who tells, and the rest. */
    public static String line(WeightsEvent event) {
        Instant at = Instant.EPOCH.plus(event.getAtUs(), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
        String version = event.getVersion().isEmpty() ? event.getModel() : event.getModel() + "/" + event.getVersion();
        String channel = event.getChannel().isEmpty() ? "" : " on " + event.getChannel();
        String figures = new TreeMap<>(event.getFigures())
                .entrySet().stream()
                        .map(figure -> String.format(Locale.ROOT, "%s %.4g", figure.getKey(), figure.getValue()))
                        .collect(Collectors.joining(", "));
        return at + "  " + String.format(Locale.ROOT, "%-" + WIDEST_KIND + "s", event.getKind()) + "  " + version
                + channel + "  [" + event.getInstance() + "]"
                + (event.getDetail().isEmpty() ? "" : "  " + event.getDetail())
                + (figures.isEmpty() ? "" : "  (" + figures + ")");
    }

    /** As a JSON object. */
    public static String json(WeightsEvent event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("atUs", event.getAtUs());
            json.writeStringField("kind", event.getKind().name());
            json.writeStringField("model", event.getModel());
            json.writeStringField("channel", event.getChannel());
            json.writeStringField("version", event.getVersion());
            json.writeStringField("instance", event.getInstance());
            json.writeStringField("detail", event.getDetail());
            json.writeObjectFieldStart("figures");
            for (Map.Entry<String, Double> figure : new TreeMap<>(event.getFigures()).entrySet()) {
                json.writeNumberField(figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }
}
