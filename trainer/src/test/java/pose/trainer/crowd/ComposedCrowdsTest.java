package pose.trainer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;
import pose.trainer.data.SyntheticDataSet;

/** Pictures that are made anew: mosaics, views of single people, rendered athletes. */
class ComposedCrowdsTest {

    private static final SyntheticDataSet PEOPLE = new SyntheticDataSet(4, 77);

    static Stream<CrowdDataSet> sets() {
        return Stream.of(
                new Mosaics(6, 5, PEOPLE, Optional.of(new ToyCrowds(3, 1))),
                new Mosaics(6, 5, PEOPLE, Optional.empty()),
                new LonePeople(6, 5, PEOPLE),
                new AthleteCrowds(AthleteCrowds.Kind.ATHLETES, 3, 5),
                new AthleteCrowds(AthleteCrowds.Kind.MATCHES, 3, 5));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void shouldMakeTheSamePictureAgainAndNobodyBeyondItsBorder(CrowdDataSet set) throws DataSetException {
        for (int i = 0; i < set.size(); i++) {
            Crowd crowd = set.crowd(i);
            Crowd again = set.crowd(i);

            assertThat(again.picture().bgr()).isEqualTo(crowd.picture().bgr());
            assertThat(again.people()).isEqualTo(crowd.people());
            double width = crowd.picture().width();
            double height = crowd.picture().height();
            assertThat(width <= 384 && height <= 216).isTrue();
            for (Box box : crowd.people()) {
                assertThat(box.x()).isNotNegative();
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(width + 1e-6);
                assertThat(box.y() + box.height()).isLessThanOrEqualTo(height + 1e-6);
                assertThat(box.extent()).isGreaterThanOrEqualTo(CrowdViews.LEAST_EXTENT);
            }
        }
    }

    @Test
    void shouldKnowNothingBesideALonePerson() throws DataSetException {
        Crowd crowd = new LonePeople(6, 5, PEOPLE).crowd(0);

        assertThat(crowd.people()).hasSize(1);
        Box person = crowd.people().get(0);
        assertThat(crowd.isJudged(person.centre())).isTrue();
        Box around = person.square(1.3);
        assertThat(crowd.labelled())
                .allSatisfy(area -> assertThat(area.common(around).area()).isCloseTo(area.area(), within(1e-6)));
    }

    @Test
    void shouldNotAskForThoseWhomOthersCover() {
        CrowdPainter painter = new CrowdPainter(new Canvas(100, 100), 10);
        Box behind = new Box(40, 20, 20, 60);

        painter.addPerson(behind);
        painter.addPerson(new Box(30, 10, 50, 80));
        Crowd crowd = painter.toCrowd("x");

        assertThat(crowd.people()).containsExactly(new Box(30, 10, 50, 80));
        assertThat(crowd.unclear()).containsExactly(behind);
    }

    @Test
    void shouldNotAskForThoseWhoAreMostlyBeyondTheBorderOrTooSmall() {
        CrowdPainter painter = new CrowdPainter(new Canvas(100, 100), 10);

        painter.addPerson(new Box(90, 10, 40, 80));
        painter.addPerson(new Box(50, 50, 3, 8));
        painter.addPerson(new Box(-10, 10, 40, 80));
        Crowd crowd = painter.toCrowd("x");

        assertThat(crowd.people()).containsExactly(new Box(0, 10, 30, 80));
        assertThat(crowd.unclear()).hasSize(2);
    }

    @Test
    void shouldKeepWhatWasMade(@TempDir Path folder) throws Exception {
        Mosaics made = new Mosaics(6, 5, PEOPLE, Optional.of(new ToyCrowds(3, 1)));
        KeptCrowds kept = new KeptCrowds(made, folder);
        Crowd first = kept.crowd(2);

        Crowd again = kept.crowd(2);

        assertThat(again.people()).hasSameSizeAs(first.people());
        for (int i = 0; i < first.people().size(); i++) {
            assertThat(again.people().get(i).x())
                    .isCloseTo(first.people().get(i).x(), within(0.01));
        }
        assertThat(again.labelled()).hasSameSizeAs(first.labelled());
        assertThat(again.picture().width()).isEqualTo(first.picture().width());
        assertThat(Files.exists(folder.resolve("2.txt"))).isTrue();
        assertThat(new KeptCrowds(nothing(made), folder).crowd(2).id()).isEqualTo(first.id());
    }

    /** What would make nothing any more. */
    private static CrowdDataSet nothing(CrowdDataSet of) {
        return new CrowdDataSet() {
            @Override
            public String name() {
                return of.name();
            }

            @Override
            public int size() {
                return of.size();
            }

            @Override
            public Crowd crowd(int index) throws DataSetException {
                throw new DataSetException("made again");
            }
        };
    }

    @Test
    void shouldLeaveEverythingButTheBoxes() {
        List<Box> left = Boxes.beside(new Box(0, 0, 10, 10), List.of(new Box(2, 2, 4, 4), new Box(4, 4, 10, 4)));

        assertThat(left.stream().mapToDouble(Box::area).sum()).isCloseTo(100 - 16 - 24 + 4, within(1e-9));
        List<Box> overlapping = new ArrayList<>();
        IntStream.range(0, left.size())
                .forEach(i -> left.subList(0, i).stream()
                        .filter(box -> box.common(left.get(i)).area() > 0)
                        .forEach(overlapping::add));
        assertThat(overlapping).isEmpty();
    }
}
