package pose.ingest.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

class NativeMemoryTest {

    private static final int WARM_UP = 40;
    private static final int SOURCES = 200;

    /** A decoded picture of the clip takes 86 kB: one that is left behind by each of the sources makes 17 MB. */
    private static final long TOLERATED_BYTES = 12L << 20;

    @TempDir
    Path folder;

    @Test
    void shouldNotGrowBySourcesThatAreOpenedAndClosed() throws Exception {
        // given
        Path clip = Clips.clip(folder.resolve("clip.mp4"), 6, 25, 320, 180);
        Path cut = Clips.cut(clip, Clips.packetEnds(clip).get(3));
        Path huge = Clips.patched(clip, "avc1\0", 28, (byte) 0x4e, (byte) 0x20, (byte) 0x4e, (byte) 0x20);
        for (int i = 0; i < WARM_UP; i++) {
            use(clip, cut, huge);
        }
        long before = settledBytes();
        int threads = Thread.activeCount();

        // when
        for (int i = 0; i < SOURCES; i++) {
            use(clip, cut, huge);
        }

        // then
        assertThat(settledBytes() - before).isLessThan(TOLERATED_BYTES);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }

    private static long settledBytes() {
        System.gc();
        return Pointer.physicalBytes();
    }

    /** One that ends in the middle, one that fails at the end at another rate, one that cannot be opened. */
    private static void use(Path... files) {
        for (Path file : files) {
            SourceOptions options = SourceOptions.defaults().withWidth(160);
            try (FrameSource source = FrameSources.open(
                    file.toString(), file.endsWith("cut.mp4") ? options.withFps(60) : options, Clock.systemUTC())) {
                for (int i = 0; i < 4 || file.endsWith("cut.mp4"); i++) {
                    source.next();
                }
            } catch (SourceException e) {
                assertThat(file.getFileName().toString()).isNotEqualTo("clip.mp4");
            }
        }
    }
}
