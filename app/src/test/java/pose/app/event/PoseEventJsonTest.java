package pose.app.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.schema.BoundingBox;
import pose.schema.Original;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Timings;
import pose.schema.WeightsRef;
import pose.skeleton.Skeleton;

class PoseEventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldHaveTheDocumentedFieldsInTheirOrder() {
        // given
        PoseFrame event = event(person().build());

        // when
        String line = PoseEventJson.line(event);

        // then
        assertThat(line)
                .startsWith("{\"camera\":\"gate-1\",\"epoch\":1700000000000001,\"sequence\":7,"
                        + "\"captureTimeUs\":1700000000000042,\"width\":640,\"height\":360,\"people\":[{\"score\":0.5,"
                        + "\"track\":null,\"box\":[140.0,0.0,360.0,360.5],\"keypoints\":["
                        + "{\"part\":\"r_ankle\",\"x\":0.5,\"y\":-1.25,\"score\":0.25},")
                .endsWith(
                        "]}],\"skeleton\":\"lsp14\",\"weights\":{\"name\":\"lite\",\"version\":\"v1\",\"sha256\":\"ab\"},"
                                + "\"timings\":{\"queuedUs\":1,\"batchedUs\":2,\"inferredUs\":3,\"locatedUs\":0},\"cut\":false}");
    }

    @Test
    void shouldNameEveryPartInSkeletonOrder() throws JsonProcessingException {
        // given
        PoseFrame event = event(person().build());

        // when
        JsonNode keypoints = JSON.readTree(PoseEventJson.line(event)).at("/people/0/keypoints");

        // then
        assertThat(keypoints.findValuesAsText("part")).isEqualTo(Skeleton.LSP14.parts());
    }

    @Test
    void shouldTellTheTrackWhereThereIsOne() throws JsonProcessingException {
        // given
        PoseFrame event = event(person().setTrack(42L).build());

        // when
        JsonNode track = JSON.readTree(PoseEventJson.line(event)).at("/people/0/track");

        // then
        assertThat(track.longValue()).isEqualTo(42);
    }

    @Test
    void shouldTellSmoothedKeypointsInTheFormOfTheOthersAndWhoPlays() throws JsonProcessingException {
        // given
        List<PartPosition> smoothed = Collections.nCopies(Skeleton.LSP14.size(), new PartPosition(1.5f, 2.5f, 0.75f));
        Person person =
                person().setTrack(1L).setSmoothed(smoothed).setPlays(false).build();
        PoseFrame event = event(person);

        // when
        JsonNode told = JSON.readTree(PoseEventJson.line(event)).at("/people/0");

        // then
        assertThat(told.at("/smoothed/13")).hasToString("{\"part\":\"head_top\",\"x\":1.5,\"y\":2.5,\"score\":0.75}");
        assertThat(told.get("plays").booleanValue()).isFalse();
    }

    @Test
    void shouldSayNothingOfWhoPlaysAndWhatIsSmoothWhereNobodyKnows() throws JsonProcessingException {
        // given
        PoseFrame event = event(person().build());

        // when
        JsonNode told = JSON.readTree(PoseEventJson.line(event));

        // then
        assertThat(told.at("/people/0").has("smoothed")).isFalse();
        assertThat(told.at("/people/0").has("plays")).isFalse();
        assertThat(told.has("locator")).isFalse();
    }

    @Test
    void shouldTellOfTheLocatorAndOfACut() throws JsonProcessingException {
        // given
        PoseFrame event = event().setTimings(new Timings(1L, 2L, 3L, 4L))
                .setLocator(new WeightsRef("locator", "v2", "cd"))
                .setCut(true)
                .build();

        // when
        JsonNode told = JSON.readTree(PoseEventJson.line(event));

        // then
        assertThat(told.get("locator")).hasToString("{\"name\":\"locator\",\"version\":\"v2\",\"sha256\":\"cd\"}");
        assertThat(told.get("cut").booleanValue()).isTrue();
        assertThat(told.at("/timings/locatedUs").longValue()).isEqualTo(4);
    }

    @Test
    void shouldTellOfAReplayedFrameWhichOneItWas() throws JsonProcessingException {
        // given
        PoseFrame event = event().setOriginal(new Original(1L, 2L, 3L)).build();

        // when
        JsonNode original = JSON.readTree(PoseEventJson.line(event)).get("original");

        // then
        assertThat(original).hasToString("{\"epoch\":1,\"sequence\":2,\"captureTimeUs\":3}");
    }

    @Test
    void shouldTellWhereTheEventCameFromWhereThatIsKnown() throws JsonProcessingException {
        // given
        PoseFrame event = event().setProvenance(new Provenance(2, 70L, "stream/1", 5L, 16, 3, "onnxruntime"))
                .build();

        // when
        JsonNode provenance = JSON.readTree(PoseEventJson.line(event)).get("provenance");

        // then
        assertThat(provenance)
                .hasToString("{\"partition\":2,\"offset\":70,\"run\":\"stream/1\",\"batch\":5,\"batchSize\":16,"
                        + "\"batchPlace\":3,\"engine\":\"onnxruntime\"}");
    }

    @Test
    void shouldHaveAnEmptyListWhereNobodyIsInTheFrame() throws JsonProcessingException {
        // given
        PoseFrame event = event().build();

        // when
        JsonNode people = JSON.readTree(PoseEventJson.line(event)).get("people");

        // then
        assertThat(people.isArray()).isTrue();
        assertThat(people).isEmpty();
    }

    @Test
    void shouldStayOneLineWhateverTheCameraIsCalled() {
        // given
        PoseFrame event = event().setCamera("a\"b\nc").build();

        // when
        String line = PoseEventJson.line(event);

        // then
        assertThat(line).startsWith("{\"camera\":\"a\\\"b\\nc\"").doesNotContain("\n");
    }

    private static PoseFrame event(Person person) {
        return event().setPeople(List.of(person)).build();
    }

    private static PoseFrame.Builder event() {
        return ExampleEvents.event()
                .setEpoch(1_700_000_000_000_001L)
                .setSequence(7)
                .setCaptureTimeUs(1_700_000_000_000_042L)
                .setTimings(new Timings(1L, 2L, 3L, 0L));
    }

    private static Person.Builder person() {
        List<PartPosition> keypoints = new ArrayList<>();
        for (int part = 0; part < Skeleton.LSP14.size(); part++) {
            keypoints.add(new PartPosition(part + 0.5f, part - 1.25f, 0.25f));
        }
        return ExampleEvents.person()
                .setBox(new BoundingBox(140.0, 0.0, 360.0, 360.5))
                .setScore(0.5f)
                .setKeypoints(keypoints);
    }
}
