package pose.trainer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;

class CrowdViewsTest {

    private static final CrowdViews.Variation VARIED =
            new CrowdViews.Variation(7, 0.6, 2.2, true, (planes, random) -> {});

    /** One white person on black. */
    private static final class One implements CrowdDataSet {

        private final boolean isComposed;
        private final Crowd crowd;

        One(boolean isComposed, int width, int height, Box person) {
            this.isComposed = isComposed;
            byte[] bgr = new byte[3 * width * height];
            for (int y = (int) person.y(); y < person.y() + person.height(); y++) {
                for (int x = (int) person.x(); x < person.x() + person.width(); x++) {
                    for (int channel = 0; channel < 3; channel++) {
                        bgr[3 * (y * width + x) + channel] = (byte) 255;
                    }
                }
            }
            crowd = new Crowd("one", Picture.of(width, height, bgr), List.of(person), List.of());
        }

        @Override
        public String name() {
            return "one";
        }

        @Override
        public int size() {
            return 20;
        }

        @Override
        public boolean isComposed() {
            return isComposed;
        }

        @Override
        public Crowd crowd(int index) {
            return crowd;
        }
    }

    @Test
    void shouldFitAnUprightPictureIntoTheMiddleAndKnowNobodyIsBeside() throws DataSetException {
        CrowdViews views = new CrowdViews(
                new MixedCrowds(List.of(new One(true, 108, 216, new Box(44, 0, 20, 216)))),
                new CrowdViews.Variation(0, 1, 1, false, (planes, random) -> {}),
                1);

        CrowdView view = views.view(0, 0, 384, 216);

        assertThat(view.people()).hasSize(1);
        assertThat(view.people().get(0).x()).isCloseTo(138 + 44, within(1e-6));
        assertThat(view.people().get(0).height()).isCloseTo(216, within(1e-6));
        assertThat(view.unknown()).isEmpty();
        assertThat(view.planes()[0]).isZero();
    }

    @Test
    void shouldPutBoxesWherePeopleAre() throws DataSetException {
        CrowdViews views = new CrowdViews(
                new MixedCrowds(List.of(new One(false, 320, 240, new Box(100, 60, 40, 120)))), VARIED, 3);

        for (int i = 0; i < 20; i++) {
            CrowdView view = views.view(i, 0, 384, 216);
            for (Box box : view.people()) {
                assertThat(bright(view, box)).as("view %d", i).isGreaterThan(0.65);
            }
        }
    }

    /** The share of a box that is white. */
    private static double bright(CrowdView view, Box box) {
        int white = 0;
        int all = 0;
        for (int y = (int) box.y() + 1; y < box.y() + box.height() - 1; y++) {
            for (int x = (int) box.x() + 1; x < box.x() + box.width() - 1; x++) {
                all++;
                white += view.planes()[y * 384 + x] > 0.4 ? 1 : 0;
            }
        }
        return (double) white / all;
    }

    @Test
    void shouldShowTheSameAgainAndAnotherInTheNextEpoch() throws DataSetException {
        CrowdViews views = new CrowdViews(
                new MixedCrowds(List.of(new One(false, 320, 240, new Box(100, 60, 40, 120)))), VARIED, 3);

        assertThat(views.view(4, 0, 384, 216).planes())
                .isEqualTo(views.view(4, 0, 384, 216).planes());
        assertThat(views.view(4, 0, 384, 216).planes())
                .isNotEqualTo(views.view(4, 1, 384, 216).planes());
    }
}
