package pose.trainer.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.Crop;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

class ContactSheetTest {

    private static final int WRIST = Athletes.SKELETON.indexOf("r_wrist");

    @TempDir
    private Path folder;

    private CheckedPeople people;
    private Predictions predictions;
    private List<Suspicion> ranked;

    @BeforeEach
    void suspectThirtyWrists() {
        people = new CheckedPeople(Athletes.SKELETON, Athletes.clean().people().subList(0, 30));
        List<Optional<Keypoint>> found = IntStream.range(0, 14)
                .mapToObj(p -> Optional.of(new Keypoint(20 + p, 20, 1)))
                .toList();
        predictions = new Predictions(Map.of(people.people().get(0).id(), found));
        ranked = people.people().stream()
                .map(p -> new Suspicion(p, List.of(WRIST), SuspicionReason.LIMB, 50 - p.index()))
                .toList();
    }

    @Test
    void shouldDrawLabelsInTheColoursOfTheirSidesAndMarkTheSuspect() throws Exception {
        int sheets = sheet().write(folder, ranked, 60);

        BufferedImage picture = ImageIO.read(folder.resolve("sheet-1.png").toFile());
        CheckedPerson first = people.people().get(0);
        assertThat(sheets).isEqualTo(2);
        assertThat(colour(picture, label(first, "l_ankle"), 0)).isEqualTo(Thumbnail.LEFT);
        assertThat(colour(picture, label(first, "r_ankle"), 0)).isEqualTo(Thumbnail.RIGHT);
        assertThat(colour(picture, label(first, "head_top"), 0)).isEqualTo(Thumbnail.MIDDLE);
        assertThat(colour(picture, label(first, "r_wrist"), 0)).isEqualTo(Thumbnail.RIGHT);
        assertThat(colour(picture, label(first, "r_wrist"), 8)).isEqualTo(Thumbnail.SUSPECT);
        assertThat(colour(picture, label(first, "l_ankle"), 8)).isNotEqualTo(Thumbnail.SUSPECT);
        assertThat(colour(picture, new Point(20 + WRIST, 20), 0)).isEqualTo(Thumbnail.PREDICTED);
    }

    private ContactSheet sheet() {
        return new ContactSheet(Athletes.inGrey(people), Athletes.SKELETON, predictions);
    }

    private static Point label(CheckedPerson person, String part) {
        return person.parts().get(Athletes.SKELETON.indexOf(part)).orElseThrow();
    }

    /** On the first thumbnail, so many pixels to the right of where this place of the source lands. */
    private Color colour(BufferedImage sheet, Point source, int right) {
        Point at = Crop.of(people.people().get(0).box(), Thumbnail.SIDE).toInput(source);
        return new Color(sheet.getRGB(
                ContactSheet.GAP + (int) Math.round(at.x()) + right, ContactSheet.GAP + (int) Math.round(at.y())));
    }

    @Test
    void shouldShowEverybodyOnceAndLeaveNoSheetOfAnEarlierCheck() throws Exception {
        sheet().write(folder, ranked, 60);
        Suspicion again = new Suspicion(people.people().get(0), List.of(0), SuspicionReason.FAR, 2);

        int sheets = sheet().write(folder, List.of(ranked.get(0), again, ranked.get(1)), 60);

        assertThat(sheets).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("sheet-2.png"))).isFalse();
        BufferedImage picture = ImageIO.read(folder.resolve("sheet-1.png").toFile());
        int second = ContactSheet.GAP + Thumbnail.SIDE + ContactSheet.GAP + 2;
        int third = second + ContactSheet.GAP + Thumbnail.SIDE;
        assertThat(new Color(picture.getRGB(second, 20))).isNotEqualTo(Color.WHITE);
        assertThat(new Color(picture.getRGB(third, 20))).isEqualTo(Color.WHITE);
    }

    @Test
    void shouldWriteNoSheetWhereNobodyIsSuspected() throws Exception {
        assertThat(sheet().write(folder, List.of(), 60)).isZero();
        assertThat(folder).isEmptyDirectory();
    }
}
