package pose.app.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import pose.channel.Active;
import pose.schema.Trial;
import pose.schema.TrialRules;

/** What a channel points to as one line of JSON. */
public final class ChannelJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ChannelJson() {}

    /** The line, without a line end. */
    public static String line(Active active) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("model", active.channel().model());
            json.writeStringField("channel", active.channel().name());
            json.writeStringField("version", active.record().getVersion());
            json.writeStringField("sha256", active.record().getSha256());
            json.writeStringField("manifestSha256", active.record().getManifestSha256());
            json.writeNumberField("atUs", active.record().getAtUs());
            json.writeStringField("by", active.record().getBy());
            json.writeStringField("why", active.record().getWhy());
            json.writeStringField("kind", active.record().getKind().name());
            json.writeArrayFieldStart("history");
            for (String version : active.record().getHistory()) {
                json.writeString(version);
            }
            json.writeEndArray();
            Trial trial = active.record().getTrial();
            if (trial != null) {
                write(json, trial);
            }
            json.writeNumberField("offset", active.offset());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Trial trial) throws IOException {
        json.writeObjectFieldStart("trial");
        json.writeStringField("mode", trial.getMode().name());
        json.writeNumberField("share", trial.getShare());
        json.writeArrayFieldStart("cameras");
        for (String camera : trial.getCameras()) {
            json.writeString(camera);
        }
        json.writeEndArray();
        TrialRules rules = trial.getRules();
        if (rules != null) {
            json.writeObjectFieldStart("rules");
            json.writeNumberField("minFrames", rules.getMinFrames());
            json.writeNumberField("maxDistance", rules.getMaxDistance());
            json.writeNumberField("maxScoreDrop", rules.getMaxScoreDrop());
            json.writeNumberField("maxLatencyRatio", rules.getMaxLatencyRatio());
            json.writeNumberField("decideWithinUs", rules.getDecideWithinUs());
            json.writeBooleanField("promote", rules.getPromote());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
