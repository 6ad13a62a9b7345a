package pose.ingest.camera;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import pose.ingest.AttentionSettings;
import pose.ingest.FrameRecords;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Topics;

/** What the camera's thread and the sender share of one run of a camera: its account, what waits, and how it stands. */
final class CameraLine {

    private final String camera;
    private final String source;
    private final AttentionSettings attention;
    private final Ledger ledger;
    private final NewestFrames waiting;
    private final Map<GapReason, Long> missing = new EnumMap<>(GapReason.class);
    private CameraState.Phase phase = CameraState.Phase.CONNECTING;
    private String detail = "";
    private boolean live;
    private boolean ended;
    private long connections;
    private long frames;
    private long framesInFlight;
    private long gapsInFlight;
    private boolean greeted;

    CameraLine(CameraSettings settings, Ledger ledger) {
        this.camera = settings.id();
        this.source = settings.source().shown();
        this.attention = settings.attention();
        this.ledger = ledger;
        this.waiting = new NewestFrames(settings.bufferBytes());
    }

    String camera() {
        return camera;
    }

    Ledger ledger() {
        return ledger;
    }

    NewestFrames waiting() {
        return waiting;
    }

    synchronized void connected(boolean isLive) {
        phase = CameraState.Phase.LIVE;
        detail = "";
        live = isLive;
        connections++;
    }

    synchronized void lost(String why) {
        phase = CameraState.Phase.LOST;
        detail = why;
    }

    synchronized void atEnd() {
        phase = CameraState.Phase.ENDED;
        detail = "";
    }

    /** No more frames will be added. */
    synchronized void close() {
        ended = true;
        waiting.close();
    }

    /** Whether no frame is left to be sent, nor will be. */
    synchronized boolean done() {
        return ended && waiting.isEmpty();
    }

    /** Whether Kafka has all that it was sent. */
    synchronized boolean idle() {
        return framesInFlight == 0 && gapsInFlight == 0;
    }

    synchronized void sent() {
        framesInFlight++;
    }

    synchronized void notSent() {
        framesInFlight--;
    }

    synchronized void settled(boolean acknowledged) {
        framesInFlight--;
        if (acknowledged) {
            frames++;
            greeted = true;
        }
    }

    /** Whether Kafka has taken a frame of this run. */
    synchronized boolean greeted() {
        return greeted;
    }

    /** Whether this run's first frame is on its way. */
    synchronized boolean greeting() {
        return !greeted && framesInFlight > 0;
    }

    /** Frames that Kafka has not taken, nor a gap that tells of them. */
    synchronized long unsent() {
        return framesInFlight + waiting.unsent();
    }

    synchronized void telling() {
        gapsInFlight++;
    }

    synchronized void told() {
        gapsInFlight--;
    }

    synchronized boolean gapsAreTold() {
        return gapsInFlight == 0;
    }

    synchronized void missing(GapReason reason, long count) {
        if (count > 0) {
            missing.merge(reason, count, Long::sum);
        }
    }

    ProducerRecord<String, byte[]> record(NumberedFrame numbered) {
        Frame frame = FrameRecords.value(
                camera,
                ledger.epochUs(),
                numbered.sequence(),
                numbered.captureTimeUs(),
                numbered.clock(),
                isLive(),
                attention,
                numbered.frame());
        byte[] value = Topics.FRAMES.valueSerde().serializer().serialize(Topics.FRAMES.name(), frame);
        return FrameRecords.record(frame, value, numbered.frame());
    }

    ProducerRecord<String, byte[]> record(Missing run) {
        Gap gap = run.gap(camera, ledger.epochUs());
        byte[] value = Topics.GAPS.valueSerde().serializer().serialize(Topics.GAPS.name(), gap);
        return new ProducerRecord<>(Topics.GAPS.name(), null, Math.floorDiv(run.fromUs(), 1000), camera, value);
    }

    private synchronized boolean isLive() {
        return live;
    }

    synchronized CameraState state() {
        return new CameraState(
                camera, source, phase, ledger.epochUs(), connections, frames, missing, waiting.bytes(), detail);
    }
}
