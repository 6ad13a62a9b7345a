package pose.ingest.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

/** Every way in which a file is no good has its own line for the user. */
class BrokenVideoTest {

    /** From the beginning of "avc1" in a sample entry to the picture's declared width and height, 16 bits each. */
    private static final int ENTRY_WIDTH = 28;

    @TempDir
    Path folder;

    @Test
    void shouldNameAFileThatIsNotThere() {
        assertFails(folder.resolve("none.mp4")).isEqualTo("no such file: " + folder.resolve("none.mp4"));
    }

    @Test
    void shouldRefuseAnEmptyFile() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.mp4"));

        assertFails(empty).startsWith(empty + " is empty; allowed: a video file");
    }

    @Test
    void shouldRefuseTextNamedAsVideo() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "Squats, three sets of ten.\n".repeat(200));

        assertFails(text).startsWith(text + " is no video that can be read (").contains("allowed: a video file");
    }

    @Test
    void shouldRefuseAPlaylistThatLeadsElsewhere() throws Exception {
        Path clip = Clips.clip(folder, 3, 25);
        Path playlist = Files.writeString(
                folder.resolve("list.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + clip + "\n#EXT-X-ENDLIST\n");

        assertFails(playlist).startsWith(playlist + " is no video that can be read (");
    }

    @Test
    void shouldRefuseAudioAlone() throws Exception {
        Path audio = Clips.audioOnly(folder.resolve("audio.mp4"));

        assertFails(audio).isEqualTo(audio + " has no video stream (it has 1 stream of other kinds)");
    }

    @ParameterizedTest
    @CsvSource({"20000, 20000", "64, 8193", "9000, 64"})
    void shouldRefuseAHugeDeclaredPicture(int width, int height) throws Exception {
        Path clip = declaring(width, height);

        assertFails(clip)
                .isEqualTo(
                        clip + " declares a picture of " + width + "×" + height + " pixels; allowed: 1 to 8192 a side");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 64", "64, 0"})
    void shouldRefuseADeclaredPictureWithoutSize(int width, int height) throws Exception {
        Path clip = declaring(width, height);

        assertFails(clip)
                .isEqualTo(
                        clip + " declares a picture of " + width + "×" + height + " pixels; allowed: 1 to 8192 a side");
    }

    @Test
    void shouldNameACodecThatIsNotKnown() throws Exception {
        Path clip = Clips.patched(Clips.clip(folder, 3, 25), "avc1\0", 0, "zzzz".getBytes(StandardCharsets.US_ASCII));

        assertFails(clip).startsWith(clip + " holds video coded as 'zzzz', which this build of FFmpeg cannot decode");
    }

    @Test
    void shouldTellAnMp4WithoutItsIndexAsCutShort() throws Exception {
        Path cut = Clips.cut(Clips.clip(folder, 10, 25), 40);

        assertFails(cut).startsWith(cut + " is cut short or damaged: it begins as an mp4 but has no usable index");
    }

    @Test
    void shouldTellTheCutAfterTheLastWholeFrameWhereverItIs() throws Exception {
        // given
        int frames = 12;
        Path clip = Clips.clip(folder, frames, 25);
        List<Integer> ends = Clips.packetEnds(clip);
        assertThat(ends).last().isEqualTo((int) Files.size(clip));

        for (int whole = 0; whole < frames; whole++) {
            int end = whole == 0 ? ends.get(0) - 1 : ends.get(whole - 1);
            for (int more : whole == 0 ? new int[] {0} : new int[] {0, 1, 5}) {
                // when
                Reading reading = read(Clips.cut(clip, end + more));

                // then
                assertThat(reading.frames)
                        .as("cut %d bytes after picture %d", more, whole)
                        .isEqualTo(whole);
                assertThat(reading.fault)
                        .as("cut %d bytes after picture %d", more, whole)
                        .isEqualTo(folder.resolve("cut.mp4") + " is cut short: " + whole + " of " + frames
                                + " pictures are there");
            }
        }
    }

    @Test
    void shouldTellTheCutAtAnotherRateToo() throws Exception {
        // given
        Path clip = Clips.clip(folder, 12, 25);
        Path cut = Clips.cut(clip, Clips.packetEnds(clip).get(5));

        // when
        Reading reading = read(cut, SourceOptions.defaults().withFps(50));

        // then
        assertThat(reading.frames).isEqualTo(12);
        assertThat(reading.fault).contains("cut short: 6 of 12 pictures");
    }

    @Test
    void shouldDeliverWhatPrecedesADamagedPacketAndThenTell() throws Exception {
        // given
        Path clip = Clips.clip(folder, 12, 25);
        int from = Clips.packetEnds(clip).get(5);
        byte[] bytes = Files.readAllBytes(clip);
        java.util.Arrays.fill(bytes, from, Clips.packetEnds(clip).get(6), (byte) 0xff);
        Path damaged = Files.write(folder.resolve("damaged.mp4"), bytes);

        // when
        Reading reading = read(damaged);

        // then
        assertThat(reading.frames).isEqualTo(6);
        assertThat(reading.fault).startsWith(damaged + " cannot be decoded after picture 6: ");
    }

    private Path declaring(int width, int height) throws Exception {
        byte[] size = ByteBuffer.allocate(4)
                .putShort((short) width)
                .putShort((short) height)
                .array();
        return Clips.patched(Clips.clip(folder, 3, 25), "avc1\0", ENTRY_WIDTH, size);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertFails(Path file) {
        String[] message = new String[1];
        assertThatThrownBy(() -> read(file, SourceOptions.defaults()).rethrow())
                .isInstanceOf(SourceException.class)
                .satisfies(e -> message[0] = e.getMessage());
        return assertThat(message[0]).doesNotContain("\n");
    }

    private record Reading(int frames, @Nullable String fault) {

        void rethrow() throws SourceException {
            if (fault != null) {
                throw new SourceException(fault);
            }
        }
    }

    private static Reading read(Path file) throws SourceException {
        return read(file, SourceOptions.defaults());
    }

    private static Reading read(Path file, SourceOptions options) throws SourceException {
        int frames = 0;
        try (FrameSource source = FrameSources.open(file.toString(), options, Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames++;
            }
            return new Reading(frames, null);
        } catch (SourceException e) {
            return new Reading(frames, e.getMessage());
        }
    }
}
