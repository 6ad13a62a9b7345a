package pose.ingest.servers;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

/** Looks at a source as ingest does. */
public final class Viewer {

    /** How a reading ended: after how many frames, why, and how long after the last frame. */
    public record Ending(int frames, @Nullable SourceException fault, Duration after) {}

    private Viewer() {}

    public static FrameSource open(String url, Duration timeout) throws SourceException {
        NetworkOptions network = NetworkOptions.defaults().withTimeout(timeout);
        return FrameSources.open(url, SourceOptions.defaults().with(network), Clock.systemUTC());
    }

    /** So many frames of a source, which has them. */
    public static List<CapturedFrame> frames(FrameSource source, int count) throws SourceException {
        List<CapturedFrame> frames = new ArrayList<>();
        while (frames.size() < count) {
            Optional<CapturedFrame> next = source.next();
            frames.add(next.orElseThrow(() -> new AssertionError("it ended after " + frames.size() + " frames")));
        }
        return frames;
    }

    /** Reads until there is no more. */
    public static Ending end(FrameSource source) {
        long last = System.nanoTime();
        int frames = 0;
        SourceException fault = null;
        try {
            while (source.next().isPresent()) {
                frames++;
                last = System.nanoTime();
            }
        } catch (SourceException e) {
            fault = e;
        }
        return new Ending(frames, fault, Duration.ofNanos(System.nanoTime() - last));
    }

    /** Interrupts this thread in so many milliseconds. */
    public static void interruptMeIn(long millis) {
        Thread me = Thread.currentThread();
        Thread timer = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
                me.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        timer.setDaemon(true);
        timer.start();
    }
}
