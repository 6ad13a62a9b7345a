package pose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** A reader meets writers older and newer than itself; the evolved schemas are edits of today's. */
class SchemaEvolutionTest {

    private static final Schema TODAY = Gap.getClassSchema();

    /** A later version: one more field, one more reason. */
    private static final Schema NEWER = edited(
            "\"symbols\":[\"UNKNOWN\",",
            "\"symbols\":[\"UNKNOWN\",\"POWER_CUT\",",
            "{\"name\":\"count\"",
            "{\"name\":\"site\",\"type\":\"string\",\"default\":\"\"},{\"name\":\"count\"");

    @Test
    void shouldReadWhatAnOlderWriterWrote() throws IOException {
        // given a writer of before pts_us
        Schema older = new Schema.Parser()
                .parse(Frame.getClassSchema()
                        .toString()
                        .replaceFirst("\\{\"name\":\"pts_us\".*?\"default\":null\\},", ""));
        GenericRecord written = new GenericRecordBuilder(older)
                .set("camera", "yard")
                .set("epoch", 1L)
                .set("sequence", 2L)
                .set("capture_time_us", 3L)
                .set("width", 4)
                .set("height", 5)
                .set(
                        "encoding",
                        new GenericData.EnumSymbol(older.getField("encoding").schema(), "JPEG"))
                .set("image", Samples.frame().getImage())
                .build();

        // when
        Frame read = new SingleObjectSerde<>(Frame.class, older).decode(encode(older, written));

        // then
        assertThat(older.getField("pts_us")).isNull();
        assertThat(read.getPtsUs()).isNull();
        assertThat(read.getHeight()).isEqualTo(5);
        assertThat(read.getImage()).isEqualTo(Samples.frame().getImage());
    }

    @Test
    void shouldReadWhatANewerWriterWrote() throws IOException {
        // given
        GenericRecord written = newerGap("POWER_CUT");

        // when
        Gap read = new SingleObjectSerde<>(Gap.class, NEWER).decode(encode(NEWER, written));

        // then
        assertThat(read).isEqualTo(new Gap("yard", 1L, 2L, 3L, GapReason.UNKNOWN, 4L, null, ""));
    }

    @Test
    void shouldKeepAKnownSymbolOfANewerWriter() throws IOException {
        byte[] bytes = encode(NEWER, newerGap("TOO_OLD"));

        assertThat(new SingleObjectSerde<>(Gap.class, NEWER).decode(bytes).getReason())
                .isEqualTo(GapReason.TOO_OLD);
    }

    @Test
    void shouldBeReadByAReaderOfANewerSchema() throws IOException {
        // given
        var reader = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), NEWER);
        reader.addSchema(TODAY);

        // when
        GenericRecord read = reader.decode(new SingleObjectSerde<>(Gap.class).encode(Samples.gap()));

        // then
        assertThat(read.get("site")).hasToString("");
        assertThat(read.get("reason")).hasToString("SLOW_CONSUMER");
    }

    @Test
    void shouldRefuseANewerWriterItWasNotToldAbout() throws IOException {
        byte[] bytes = encode(NEWER, newerGap("TOO_OLD"));

        assertThatThrownBy(() -> new SingleObjectSerde<>(Gap.class).decode(bytes))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("fingerprint");
    }

    @Test
    void shouldRefuseAWriterThatIsNotCompatible() {
        Schema incompatible = edited("{\"name\":\"count\"", "{\"name\":\"amount\"");

        assertThatThrownBy(() -> new SingleObjectSerde<>(Gap.class, incompatible))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Gap");
    }

    private static GenericRecord newerGap(String reason) {
        return new GenericRecordBuilder(NEWER)
                .set("camera", "yard")
                .set("epoch", 1L)
                .set("first_sequence", 2L)
                .set("site", "north")
                .set("count", 3L)
                .set(
                        "reason",
                        new GenericData.EnumSymbol(NEWER.getField("reason").schema(), reason))
                .set("capture_time_us", 4L)
                .build();
    }

    private static Schema edited(String... fromTo) {
        String json = TODAY.toString();
        for (int i = 0; i < fromTo.length; i += 2) {
            assertThat(json).contains(fromTo[i]);
            json = json.replace(fromTo[i], fromTo[i + 1]);
        }
        return new Schema.Parser().parse(json);
    }

    private static byte[] encode(Schema schema, GenericRecord record) throws IOException {
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
                .encode(record)
                .array();
    }
}
