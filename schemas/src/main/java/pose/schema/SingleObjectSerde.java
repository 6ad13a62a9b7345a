package pose.schema;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Avro single-object encoding: a two-byte marker, the writer schema's 64-bit Rabin fingerprint, the datum. It needs no
 * server: a message names its schema itself, and the serde knows the schemas it was given. Safe for use by many threads.
 *
 * <p>Bytes that are no such message end in a {@link MalformedRecordException}: never in a record that is only partly
 * theirs, and never in an allocation larger than the bytes themselves.
 */
@NullMarked
public final class SingleObjectSerde<T extends SpecificRecord> implements Serde<T> {

    private static final int HEADER_BYTES = 10;
    private static final byte MARKER_0 = (byte) 0xC3;
    private static final byte MARKER_1 = 1;

    private final String typeName;
    private final BinaryMessageEncoder<T> encoder;
    private final Map<Long, Writer<T>> writers = new HashMap<>();

    /**
     * @param type a generated record class; what is written has its schema
     * @param furtherWriters older or newer schemas of the same record that may also be met; fields the class lacks are
     *     dropped, fields they lack take the class's defaults
     * @throws IllegalArgumentException where such a schema is not compatible
     */
    public SingleObjectSerde(Class<T> type, Schema... furtherWriters) {
        SpecificData model = new RecordModel(type);
        Schema own = model.getSchema(type);
        this.typeName = own.getName();
        this.encoder = new BinaryMessageEncoder<>(model, own);
        addWriter(model, own, own);
        for (Schema writer : furtherWriters) {
            var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(own, writer);
            if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
                throw new IllegalArgumentException("writer schema " + writer.getFullName() + " cannot be read as "
                        + typeName + ": " + compatibility.getResult());
            }
            addWriter(model, writer, own);
        }
    }

    private void addWriter(SpecificData model, Schema writer, Schema reader) {
        @SuppressWarnings("unchecked") // createDatumReader is declared raw in its item type.
        DatumReader<T> datumReader = (DatumReader<T>) model.createDatumReader(writer, reader);
        writers.put(SchemaNormalization.parsingFingerprint64(writer), new Writer<>(writer, datumReader));
    }

    private record Writer<T>(Schema schema, DatumReader<T> reader) {}

    @Override
    public Serializer<T> serializer() {
        return (topic, record) -> encode(record);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> decode(bytes);
    }

    /**
     * The message of one record; null for null.
     *
     * @throws SerializationException where a field without a default was never set
     */
    @SuppressWarnings("NullAway") // Kafka's serializers pass null through: a tombstone.
    public byte[] encode(@Nullable T record) {
        if (record == null) {
            return null;
        }
        try {
            // This encoder copies its result into an array of exactly its size; a second copy of a picture is wasted.
            return encoder.encode(record).array();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("cannot encode a " + typeName + ": " + e.getMessage(), e);
        }
    }

    /**
     * The record of one message; null for null.
     *
     * @throws MalformedRecordException where the bytes are not exactly one message of a known schema
     */
    @SuppressWarnings("NullAway") // Kafka's deserializers pass null through: a tombstone.
    public T decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Writer<T> writer = writerOf(bytes);
        try {
            Extent.check(writer.schema(), bytes, HEADER_BYTES);
            var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
            return writer.reader().read(null, decoder);
        } catch (MalformedRecordException e) {
            throw new MalformedRecordException("no " + typeName + ": " + e.getMessage());
        } catch (IOException | AvroRuntimeException e) {
            throw new MalformedRecordException("no " + typeName + ": " + e.getMessage(), e);
        }
    }

    private Writer<T> writerOf(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MARKER_0 || bytes[1] != MARKER_1) {
            throw new MalformedRecordException("no " + typeName + ": " + bytes.length
                    + " bytes without the header of Avro's single-object encoding");
        }
        long fingerprint = 0;
        for (int i = HEADER_BYTES - 1; i >= 2; i--) {
            fingerprint = (fingerprint << 8) | (bytes[i] & 0xFF);
        }
        Writer<T> writer = writers.get(fingerprint);
        if (writer == null) {
            throw new MalformedRecordException(
                    "no " + typeName + ": its schema's fingerprint %016x is not known here".formatted(fingerprint));
        }
        return writer;
    }
}
