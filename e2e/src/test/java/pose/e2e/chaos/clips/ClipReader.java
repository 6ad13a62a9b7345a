package pose.e2e.chaos.clips;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

/**
 * A process that reads one spoilt file after another to its end, and says what came of each. Arguments: folder of whole clips, seed,
 * first number, number behind the last, seconds that one may take, folder for the spoilt file.
 */
final class ClipReader {

    /** The exit code that tells of a hang. */
    static final int HANGS = 3;

    /** System property: at which number to die as of a fault in native code, for the fuzz's own test. */
    static final String DYING_AT = "pose.fuzz.dying";

    private static final int SIGNALLED = 134;

    private ClipReader() {}

    public static void main(String[] args) throws IOException {
        List<Path> clips = SoundClips.in(Path.of(args[0]));
        long seed = Long.parseLong(args[1]);
        int end = Integer.parseInt(args[3]);
        long seconds = Long.parseLong(args[4]);
        int dying = Integer.getInteger(DYING_AT, -1);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        for (int number = Integer.parseInt(args[2]); number < end; number++) {
            ClipMutant mutant = ClipMutant.write(clips, seed, number, Path.of(args[5]));
            System.out.println("begin\t" + number + "\t" + mutant.name());
            Future<String> outcome = reader.submit(() -> read(mutant.file(), mutant.number() == dying));
            System.out.println("end\t" + number + "\t" + within(outcome, seconds));
        }
        reader.shutdown();
    }

    private static String within(Future<String> outcome, long seconds) {
        try {
            return outcome.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.out.flush();
            Runtime.getRuntime().halt(HANGS);
            return "hang";
        } catch (ExecutionException e) {
            return "bug\t" + String.valueOf(e.getCause()).replaceAll("\\s+", " ");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "bug\tinterrupted";
        }
    }

    /** Whether it ended as a file may, or with a line for the user, and after how many frames. */
    private static String read(Path file, boolean dying) {
        if (dying) {
            Runtime.getRuntime().halt(SIGNALLED);
        }
        int frames = 0;
        SourceOptions options = SourceOptions.defaults().withWidth(64);
        try (FrameSource source = FrameSources.open(file.toString(), options, Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames++;
            }
            return "whole\t" + frames;
        } catch (SourceException e) {
            String told = String.valueOf(e.getMessage());
            boolean clear = told.startsWith(file.toString()) && told.lines().count() == 1;
            return (clear ? "told\t" : "unclear\t") + frames + "\t" + told.replaceAll("\\s+", " ");
        }
    }
}
