package pose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes arrive, the outcome is a whole record or a {@link MalformedRecordException}. */
class MalformedBytesTest {

    private static final SingleObjectSerde<Frame> FRAMES = new SingleObjectSerde<>(Frame.class);
    private static final SingleObjectSerde<PoseFrame> POSES = new SingleObjectSerde<>(PoseFrame.class);
    private static final byte[] FRAME = FRAMES.encode(Samples.frame());
    private static final byte[] POSE = POSES.encode(Samples.poseFrame());
    private static final int HEADER = 10;

    static IntStream cutsOfAFrame() {
        return IntStream.range(0, FRAME.length);
    }

    static IntStream cutsOfAPose() {
        return IntStream.range(0, POSE.length);
    }

    @ParameterizedTest
    @MethodSource("cutsOfAFrame")
    void shouldRefuseAFrameCutAnywhere(int length) {
        assertRefused(FRAMES, Arrays.copyOf(FRAME, length));
    }

    @ParameterizedTest
    @MethodSource("cutsOfAPose")
    void shouldRefuseAPoseCutAnywhere(int length) {
        assertRefused(POSES, Arrays.copyOf(POSE, length));
    }

    /**
     * Between a sample's encoding and its image's length: live, the capture clock, the original (branch, epoch, sequence, time), the
     * attention (branch, three corners and their end, height, players).
     */
    private static final int AFTER_ENCODING = 1 + 1 + 1 + 8 + 1 + 8 + 1 + (1 + 3 * 16 + 1) + 8 + 1;

    @Test
    void shouldRefuseEveryFlippedBitOfTheHeader() {
        for (int bit = 0; bit < HEADER * 8; bit++) {
            byte[] bytes = FRAME.clone();
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            assertRefused(FRAMES, bytes);
        }
    }

    @Test
    void shouldRefuseBytesThatFollowTheRecord() {
        assertThatThrownBy(() -> FRAMES.decode(Arrays.copyOf(FRAME, FRAME.length + 1)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("1 bytes follow");
    }

    @Test
    void shouldRefuseAnotherRecordsBytes() {
        assertThatThrownBy(() -> FRAMES.decode(POSE))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("fingerprint");
    }

    @Test
    void shouldRefusePlainText() {
        assertRefused(FRAMES, "hello, this is no frame".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldRefuseADeclaredImageOfTwoGigabytesWithoutAllocatingIt() {
        // given a frame whose last field, the image's length and bytes, is replaced
        int image = Samples.frame().getImage().remaining();
        byte[] bytes = endingIn(FRAME, FRAME.length - image - 1, zigzag(Integer.MAX_VALUE - 8L));

        // then
        assertThat(bytes).hasSizeLessThan(130);
        assertThatThrownBy(() -> FRAMES.decode(bytes))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("2147483639");
    }

    @Test
    void shouldRefuseANegativeLength() {
        assertRefused(FRAMES, endingIn(FRAME, HEADER, zigzag(-5)));
    }

    @Test
    void shouldRefuseABlockOfTwoBillionPeople() {
        byte[] truth = Topics.TRUTH_SERDE.encode(Samples.truth());
        int people = HEADER + 1 + "lsp14".length();

        assertRefused(Topics.TRUTH_SERDE, endingIn(truth, people, zigzag(Integer.MAX_VALUE)));
        assertRefused(Topics.TRUTH_SERDE, endingIn(truth, people, zigzag(Long.MIN_VALUE)));
    }

    @Test
    void shouldRefuseAnIntegerOfMoreThan64Bits() {
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0xFF);

        assertRefused(FRAMES, endingIn(FRAME, HEADER, endless));
    }

    @Test
    void shouldRefuseAnUnknownUnionBranchAndEnumSymbol() {
        int image = Samples.frame().getImage().remaining();
        byte[] symbol = FRAME.clone();
        symbol[FRAME.length - image - 1 - AFTER_ENCODING - 1] = 4; // zigzag of 2, and the enum has two symbols
        assertThatThrownBy(() -> FRAMES.decode(symbol))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("enum symbol 2 of 2");

        byte[] frame = FRAMES.encode(Samples.frameAt(null));
        byte[] branch = frame.clone();
        branch[frame.length - image - 1 - AFTER_ENCODING - 1 - 2 * 2 - 1] =
                4; // before width, height, encoding, …, image
        assertThatThrownBy(() -> FRAMES.decode(branch))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("union branch 2 of 2");
    }

    @Test
    void shouldEndEveryRandomCorruptionInARecordOrTheTypedError() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = POSE.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[HEADER + random.nextInt(bytes.length - HEADER)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThatCode(() -> decodeOrRefuse(bytes)).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldCheckTheKindsOfFieldThatTodaysRecordsDoNotUse() {
        var schema = SchemaBuilder.record("Later")
                .fields()
                .requiredBoolean("flag")
                .name("tags")
                .type()
                .map()
                .values()
                .intType()
                .noDefault()
                .name("digest")
                .type()
                .fixed("Digest")
                .size(2)
                .noDefault()
                .endRecord();
        byte[] sized = {1, 1, 6, 2, 'a', 4, 0, 9, 9}; // a block of -1 items: its size in bytes follows

        assertThatCode(() -> Extent.check(schema, sized, 0)).doesNotThrowAnyException();
        for (int length = 0; length < sized.length; length++) {
            byte[] cut = Arrays.copyOf(sized, length);
            assertThatThrownBy(() -> Extent.check(schema, cut, 0)).isInstanceOf(MalformedRecordException.class);
        }
        byte[] noBoolean = sized.clone();
        noBoolean[0] = 2;
        assertThatThrownBy(() -> Extent.check(schema, noBoolean, 0)).hasMessageContaining("boolean 2");
    }

    private static void decodeOrRefuse(byte[] bytes) {
        try {
            PoseFrame whole = POSES.decode(bytes);
            assertThat(POSES.decode(POSES.encode(whole))).isEqualTo(whole);
        } catch (MalformedRecordException refused) {
            assertThat(refused.getMessage()).startsWith("no PoseFrame: ");
        }
    }

    private static void assertRefused(SingleObjectSerde<?> serde, byte[] bytes) {
        assertThatThrownBy(() -> serde.decode(bytes)).isInstanceOf(MalformedRecordException.class);
    }

    private static byte[] endingIn(byte[] start, int length, byte[] end) {
        byte[] bytes = Arrays.copyOf(start, length + end.length);
        System.arraycopy(end, 0, bytes, length, end.length);
        return bytes;
    }

    private static byte[] zigzag(long value) {
        long rest = (value << 1) ^ (value >> 63);
        byte[] bytes = new byte[10];
        int length = 0;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            bytes[length++] = (byte) (rest | 0x80);
        }
        bytes[length++] = (byte) rest;
        return Arrays.copyOf(bytes, length);
    }
}
