package pose.trainer.judging.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pose.trainer.judging.EvaluationFigures;
import pose.trainer.judging.EvaluationFigures.Look;
import pose.trainer.judging.FakeData;

class ReportTest {

    @TempDir
    private Path folder;

    /** People with torsos of 100 and heads of 60 pixels; the plain look is further off than the one asked for. */
    private static EvaluationFigures figures() throws Exception {
        FakeData data = FakeData.withHeads(5, 60);
        return new EvaluationFigures(
                "lite/1 <&>",
                "fake",
                List.of(
                        Look.of("plain", data.found(new double[][] {{50, 60}, {10, 25}})),
                        Look.of("flip", data.found(new double[][] {{40, 5}, {10, 15}}))));
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String attribute) {
        List<Element> elements = new ArrayList<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.hasAttribute(attribute)) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Follows a path like {@code stages/0/pck@0.2/parts/r_ankle}. */
    private static Object at(Object json, String path) {
        Object here = json;
        for (String key : path.split("/", -1)) {
            Object next = here instanceof List<?> list ? list.get(Integer.parseInt(key)) : ((Map<?, ?>) here).get(key);
            here = Objects.requireNonNull(next, path);
        }
        return here;
    }

    @Test
    void shouldShowTheFiguresOfTheJson() throws Exception {
        EvaluationFigures figures = figures();

        Document page = parse(new Report(figures, Optional.empty(), ReportPictures.NONE).html());

        List<Element> shown = elements(page, "data-figure");
        // 14 parts and a mean by two stages for PCK and PCKh, 13 limbs and a mean for PCP, four tiles, two looks by
        // four.
        assertThat(shown).hasSize(2 * 2 * 15 + 2 * 14 + 4 + 2 * 4);
        for (Element element : shown) {
            double expected = (Double) at(figures.toMap(), element.getAttribute("data-figure"));
            assertThat(Double.parseDouble(element.getAttribute("title"))).isEqualTo(expected, within(0.005));
            assertThat(Double.parseDouble(element.getTextContent())).isEqualTo(expected, within(0.05));
        }
    }

    @Test
    void shouldDrawTheCurveOfTheJson() throws Exception {
        EvaluationFigures figures = figures();

        Document page = parse(new Report(figures, Optional.empty(), ReportPictures.NONE).html());

        // The mean of PCK after the last stage, from the plot's pixels back to per cent.
        List<?> expected = (List<?>) at(figures.toMap(), "pck/mean");
        List<Double> drawn = new ArrayList<>();
        NodeList lines = page.getElementsByTagName("polyline");
        for (int i = 0; i < lines.getLength() && drawn.isEmpty(); i++) {
            Element line = (Element) lines.item(i);
            String[] points = line.getAttribute("points").split(" ", -1);
            if (line.getTextContent().equals("mean") && points.length == expected.size()) {
                for (String point : points) {
                    drawn.add((274 - Double.parseDouble(point.split(",", -1)[1])) / (274 - 34) * 100);
                }
            }
        }
        assertThat(drawn).hasSameSizeAs(expected);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i)).isEqualTo((Double) expected.get(i), within(0.03));
        }
    }

    @Test
    void shouldNeedNothingButItself() throws Exception {
        LossCurve losses = new LossCurve(List.of(new LossCurve.Epoch(1, 64, List.of(2.0, 1.0), 10)));
        ReportPictures pictures = new ReportPictures(List.of("<p>sample</p>"), List.of("<p>worst</p>"));

        String html = new Report(figures(), Optional.of(losses), pictures).html();

        Document page = parse(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(elements(page, "href")).isEmpty();
        assertThat(html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).doesNotContain("http:", "https:", "url(");
        assertThat(html).contains("lite/1 &lt;&amp;&gt; on fake", "<p>sample</p>", "<p>worst</p>", "loss by stage");
    }

    @Test
    void shouldSayWhereNobodyCanBeJudged() throws Exception {
        EvaluationFigures nobody = new EvaluationFigures(
                "lite/1", "fake", List.of(Look.of("plain", FakeData.of(0).found(new double[0][]))));
        Path file = folder.resolve("report.html");

        new Report(nobody, Optional.empty(), ReportPictures.NONE).write(file);

        assertThat(parse(Files.readString(file)).getElementsByTagName("svg").getLength())
                .isZero();
        assertThat(Files.readString(file)).contains("Nobody in the data can be judged");
    }
}
