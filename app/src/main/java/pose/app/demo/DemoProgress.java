package pose.app.demo;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import pose.app.console.Rate;
import pose.stream.PoseStream;

/** How far a demo has come, in words. */
final class DemoProgress implements Supplier<String> {

    private final IngestTask ingest;
    private final PoseStream stream;
    private final EventReader events;
    private final Rate rate = new Rate();

    DemoProgress(IngestTask ingest, PoseStream stream, EventReader events) {
        this.ingest = ingest;
        this.stream = stream;
        this.events = events;
    }

    /** How many frames' fate is known. */
    long settled() {
        return events.poses() + events.deadLetters();
    }

    boolean finished() {
        OptionalLong total = ingest.total();
        return total.isPresent() && settled() >= total.getAsLong();
    }

    @Override
    public String get() {
        return String.format(
                Locale.ROOT,
                "frames in %d · poses out %d · %.1f frames/s · lag %d · batch fill %.1f",
                ingest.frames(),
                events.poses(),
                rate.at(System.nanoTime(), events.poses()),
                Math.max(0, ingest.frames() - settled()),
                stream.progress().batchFill());
    }
}
