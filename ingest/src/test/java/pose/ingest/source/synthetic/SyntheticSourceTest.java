package pose.ingest.source.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pose.athlete.AthleteScene;
import pose.athlete.MatchScene;
import pose.athlete.Performer;
import pose.athlete.RenderedFrame;
import pose.athlete.SceneOptions;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.skeleton.Point;

class SyntheticSourceTest {

    private static final String QUERY = "seconds=0.5&fps=10&width=160&height=120&people=2&seed=5";

    @Test
    void shouldGiveTheSceneWithItsTruth() throws Exception {
        // given
        RenderedFrame rendered = new AthleteScene(SceneOptions.parse(QUERY)).render(3);

        // when
        List<CapturedFrame> frames = read(SourceOptions.defaults());

        // then
        assertThat(frames).hasSize(5);
        assertThat(frames).extracting(CapturedFrame::ptsUs).containsExactly(0L, 100_000L, 200_000L, 300_000L, 400_000L);
        var people = frames.get(3).truth().orElseThrow().getPeople();
        assertThat(people).hasSize(2);
        for (int person = 0; person < 2; person++) {
            assertThat(people.get(person).getKeypoints()).hasSize(14);
            for (int part = 0; part < 14; part++) {
                Point wanted = rendered.people().get(person).get(part);
                TruePosition told = people.get(person).getKeypoints().get(part);
                assertThat(told.getX()).isCloseTo((float) wanted.x(), within(1e-3f));
                assertThat(told.getY()).isCloseTo((float) wanted.y(), within(1e-3f));
            }
        }
    }

    @Test
    void shouldLookAsItWasRendered() throws Exception {
        // given
        BufferedImage rendered =
                new AthleteScene(SceneOptions.parse(QUERY)).render(0).image();

        // when
        CapturedFrame frame = read(SourceOptions.defaults().withQuality(100)).get(0);

        // then
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
        assertThat(meanDifference(image, rendered)).isLessThan(4);
    }

    @Test
    void shouldScaleTheTruthWithThePicture() throws Exception {
        // given
        Point wanted = new AthleteScene(SceneOptions.parse(QUERY))
                .render(0)
                .people()
                .get(0)
                .get(0);

        // when
        CapturedFrame frame = read(SourceOptions.defaults().withWidth(80)).get(0);

        // then
        TruePosition told =
                frame.truth().orElseThrow().getPeople().get(0).getKeypoints().get(0);
        assertThat(frame.height()).isEqualTo(60);
        assertThat(told.getX()).isCloseTo((float) ((wanted.x() + 0.5) / 2 - 0.5), within(1e-3f));
        assertThat(told.getY()).isCloseTo((float) ((wanted.y() + 0.5) / 2 - 0.5), within(1e-3f));
    }

    @Test
    void shouldTellWhoIsWhoInAMatchAndHowMuchOfThemIsSeen() throws Exception {
        // given
        String query = "people=4&fps=2&seconds=10&width=160&height=90";
        List<Performer> wanted = new MatchScene(SceneOptions.parse(query, MatchScene.DEFAULT)).performers(7);

        // when
        List<CapturedFrame> frames = read("synthetic:match?" + query, SourceOptions.defaults());

        // then
        assertThat(frames).hasSize(20);
        List<TruePerson> told = frames.get(7).truth().orElseThrow().getPeople();
        assertThat(told)
                .extracting(TruePerson::getId)
                .containsExactlyElementsOf(wanted.stream().map(Performer::id).toList());
        assertThat(told)
                .extracting(TruePerson::getVisible)
                .containsExactlyElementsOf(
                        wanted.stream().map(Performer::visible).toList());
        assertThat(told)
                .extracting(person -> person.getKeypoints().stream()
                        .map(TruePosition::getInSight)
                        .toList())
                .containsExactlyElementsOf(
                        wanted.stream().map(Performer::inSight).toList());
    }

    @Test
    void shouldBeTheSameEveryTime() throws Exception {
        // when
        List<CapturedFrame> once = read(SourceOptions.defaults());
        List<CapturedFrame> again = read(SourceOptions.defaults());

        // then
        assertThat(once)
                .extracting(CapturedFrame::jpeg)
                .usingRecursiveComparison()
                .isEqualTo(again.stream().map(CapturedFrame::jpeg).toList());
    }

    private static List<CapturedFrame> read(SourceOptions options) throws Exception {
        return read("synthetic:athlete?" + QUERY, options);
    }

    private static List<CapturedFrame> read(String url, SourceOptions options) throws Exception {
        List<CapturedFrame> frames = new ArrayList<>();
        try (FrameSource source = FrameSources.open(url, options, Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }

    /** Over all samples, in 8-bit steps. */
    private static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }
}
