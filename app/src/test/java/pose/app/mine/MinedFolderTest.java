package pose.app.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.UserMistake;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;

class MinedFolderTest {

    private static final PredictedLabels PREDICTIONS = new PredictedLabels(0.3, 0.5);

    @TempDir
    private Path parent;

    private static HardFrame hard(long sequence, List<Keypoint> parts) {
        PoseFrame event = SeenPeople.event("gate", sequence, sequence * 1000, parts);
        return new HardFrame(
                event,
                Hardness.of(
                        Skeleton.LSP14,
                        SeenPeople.pose(parts),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.25),
                        new MiningRules(0.5, 0.1)));
    }

    private static Frame frame(long sequence) {
        return Frame.newBuilder()
                .setCamera("gate")
                .setEpoch(1000)
                .setSequence(sequence)
                .setCaptureTimeUs(sequence * 1000)
                .setPtsUs(null)
                .setWidth(640)
                .setHeight(480)
                .setEncoding(Encoding.JPEG)
                .setImage(ByteBuffer.wrap(new byte[] {1, 2, (byte) sequence}))
                .setLive(false)
                .setCaptureClock(CaptureClock.SOURCE)
                .build();
    }

    private void mine(MinedFolder folder, long... sequences) {
        try (MinedFolder.Writing writing = folder.begin()) {
            for (long sequence : sequences) {
                writing.picture(hard(sequence, SeenPeople.standing(0.4)), frame(sequence));
            }
            writing.complete();
        }
    }

    @Test
    void shouldWritePicturesPredictionsAndReasons() throws Exception {
        Path out = parent.resolve("mined");
        List<Keypoint> parts = new java.util.ArrayList<>(SeenPeople.standing(0.4));
        parts.set(0, new Keypoint(1.234, 5, 0.29));
        parts.set(1, new Keypoint(2, 6, 0.5));

        try (MinedFolder.Writing writing = MinedFolder.create(out, PREDICTIONS, MinedFolder.LabelFiles.NONE)
                .begin()) {
            writing.picture(hard(7, parts), frame(7));
            assertThat(out).as("nothing is there before it is complete").doesNotExist();
            writing.complete();
        }

        assertThat(out.resolve("pictures/gate-1000-7.jpg")).hasBinaryContent(new byte[] {1, 2, 7});
        assertThat(Files.readAllLines(out.resolve("labels.csv")))
                .hasSize(15)
                .startsWith(
                        "id,part,x,y,labelled,occluded,picture",
                        "gate-1000-7-0,r_ankle,1.23,5.00,0,0,pictures/gate-1000-7.jpg",
                        "gate-1000-7-0,r_knee,2.00,6.00,1,0,pictures/gate-1000-7.jpg",
                        "gate-1000-7-0,r_hip,75.00,100.00,1,1,pictures/gate-1000-7.jpg");
        assertThat(Files.readAllLines(out.resolve("mined.csv")).get(1))
                .matches(
                        "gate-1000-7.jpg,gate,1000,7,7000,\\d\\.\\d{4},\"score shadow\",0\\.3993,.*,0,,0\\.2500,lite/1");
        assertThat(parent.toFile().list()).containsExactly("mined");
    }

    @Test
    void shouldLeaveNothingWhereItWasNotCompleted() {
        Path out = parent.resolve("mined");

        MinedFolder.Writing writing = MinedFolder.create(out, PREDICTIONS, MinedFolder.LabelFiles.NONE)
                .begin();
        writing.picture(hard(7, SeenPeople.standing(0.4)), frame(7));
        writing.close();

        assertThat(parent.toFile().list()).isEmpty();
    }

    @Test
    void shouldAddWithoutTouchingWhatWasCorrected() throws Exception {
        Path out = parent.resolve("mined");
        mine(MinedFolder.create(out, PREDICTIONS, MinedFolder.LabelFiles.NONE), 1, 2);
        List<String> corrected = Files.readAllLines(out.resolve("labels.csv")).stream()
                .map(line -> line.replace("60.00,238.00", "61.50,237.25"))
                .toList();
        Files.write(out.resolve("labels.csv"), corrected);

        MinedFolder again = MinedFolder.addTo(out, PREDICTIONS);
        mine(again, 9);

        assertThat(again.before()).extracting(MinedFolder.Before::captureTimeUs).containsExactly(1000L, 2000L);
        assertThat(Files.readAllLines(out.resolve("labels.csv")))
                .hasSize(1 + 3 * 14)
                .startsWith(corrected.toArray(new String[0]))
                .last()
                .asString()
                .contains("gate-1000-9-0");
        assertThat(Files.readAllLines(out.resolve("mined.csv"))).hasSize(4);
        assertThat(out.resolve("pictures").toFile().list())
                .containsExactlyInAnyOrder("gate-1000-1.jpg", "gate-1000-2.jpg", "gate-1000-9.jpg");
        assertThat(parent.toFile().list()).containsExactly("mined");
    }

    @Test
    void shouldGoOnWhereAnAdditionWasKilledBetweenItsFiles() throws Exception {
        Path out = parent.resolve("mined");
        mine(MinedFolder.create(out, PREDICTIONS, MinedFolder.LabelFiles.NONE), 1, 2);
        List<String> mined = Files.readAllLines(out.resolve("mined.csv"));
        List<String> labels = Files.readAllLines(out.resolve("labels.csv"));
        Files.write(out.resolve("mined.csv"), mined.subList(0, 2));

        mine(MinedFolder.addTo(out, PREDICTIONS), 2);

        assertThat(Files.readAllLines(out.resolve("mined.csv"))).isEqualTo(mined);
        assertThat(Files.readAllLines(out.resolve("labels.csv"))).isEqualTo(labels);
    }

    @Test
    void shouldRefuseAFolderThatIsThereOrWasNotMined() throws Exception {
        Path out = Files.createDirectory(parent.resolve("holiday"));

        assertThatThrownBy(() -> MinedFolder.create(out, PREDICTIONS, MinedFolder.LabelFiles.NONE))
                .isInstanceOf(UserMistake.class)
                .hasMessage("--out '" + out + "' is there already; --add puts further frames into it");
        assertThatThrownBy(() -> MinedFolder.addTo(out, PREDICTIONS))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("mined.csv does not exist");
    }

    @Test
    void shouldRefuseTwoSkeletonsInOneFolder() {
        Path out = parent.resolve("mined");
        HardFrame other = new HardFrame(
                SeenPeople.event("gate", 2, 2000, "mpii16"),
                hard(2, SeenPeople.standing(0.4)).hardness());

        try (MinedFolder.Writing writing = MinedFolder.create(out, PREDICTIONS, MinedFolder.LabelFiles.NONE)
                .begin()) {
            writing.picture(hard(1, SeenPeople.standing(0.4)), frame(1));
            writing.picture(other, frame(2));

            assertThatThrownBy(writing::complete)
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("several skeletons, lsp14, mpii16");
        }
        assertThat(out).doesNotExist();
    }
}
