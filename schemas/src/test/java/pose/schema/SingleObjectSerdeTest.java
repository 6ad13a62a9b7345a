package pose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingleObjectSerdeTest {

    static Stream<SpecificRecord> records() {
        return Stream.of(
                Samples.frame(),
                Samples.frameAt(null),
                Samples.poseFrame(),
                Samples.gap(),
                Samples.truth(),
                Samples.trackEvent());
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldReadBackWhatItWrote(SpecificRecord record) {
        assertThat(roundTrip(record)).isEqualTo(record);
    }

    private static <T extends SpecificRecord> T roundTrip(T record) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) record.getClass();
        var serde = new SingleObjectSerde<>(type);
        byte[] bytes = serde.serializer().serialize("topic", record);
        return serde.deserializer().deserialize("topic", bytes);
    }

    @Test
    void shouldPassTombstonesThrough() {
        var serde = new SingleObjectSerde<>(WeightsRef.class);

        assertThat(serde.encode(null)).isNull();
        assertThat(serde.decode(null)).isNull();
    }

    @Test
    void shouldSayWhichRecordCannotBeEncoded() {
        var serde = new SingleObjectSerde<>(Gap.class);

        assertThatThrownBy(() -> serde.encode(new Gap()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Gap");
    }
}
