package pose.e2e.chaos;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.SingleObjectSerde;

/** A few small pictures, encoded once, and the frames that are made of them. */
public final class Pictures {

    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;

    private static final SingleObjectSerde<Frame> FRAMES = new SingleObjectSerde<>(Frame.class);
    private static final long EPOCH = 1_790_000_000_000_000L;
    /** Begins as a JPEG does and ends too soon. */
    private static final byte[] BROKEN = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};

    private static final int COMMENT = 0xFFFE;
    private static final int LONGEST_COMMENT = 65_000;

    private final List<byte[]> jpegs;

    private Pictures(List<byte[]> jpegs) {
        this.jpegs = List.copyOf(jpegs);
    }

    /** Renders them. */
    public static Pictures render() {
        List<byte[]> jpegs = new ArrayList<>();
        try (FrameSource source = FrameSources.open(
                "synthetic:athlete?seconds=1&fps=4&width=" + WIDTH + "&height=" + HEIGHT,
                SourceOptions.defaults(),
                Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                jpegs.add(next.get().jpeg());
            }
            return new Pictures(jpegs);
        } catch (SourceException e) {
            throw new IllegalStateException("no pictures to test with", e);
        }
    }

    /** The same pictures, each with a comment (ITU-T T.81, B.2.4.5) of about so many bytes: large to carry, quick to decode. */
    public Pictures padded(int bytes) {
        return new Pictures(jpegs.stream().map(jpeg -> padded(jpeg, bytes)).toList());
    }

    private static byte[] padded(byte[] jpeg, int bytes) {
        ByteBuffer padded = ByteBuffer.allocate(jpeg.length + bytes + 4 * (bytes / LONGEST_COMMENT + 1));
        padded.put(jpeg, 0, 2);
        for (int left = bytes; left > 0; left -= LONGEST_COMMENT) {
            int length = Math.min(left, LONGEST_COMMENT);
            padded.putShort((short) COMMENT).putShort((short) (length + 2)).put(new byte[length]);
        }
        padded.put(jpeg, 2, jpeg.length - 2);
        return Arrays.copyOf(padded.array(), padded.position());
    }

    /** The encoded picture of a frame that decodes. */
    public byte[] jpeg(FrameId frame) {
        return jpegs.get(Math.floorMod(frame.sequence(), jpegs.size()));
    }

    /** A frame's record value, as ingest encodes it. */
    byte[] encoded(FrameId frame, boolean broken) {
        return encoded(frame, broken ? BROKEN : jpeg(frame));
    }

    /** A frame's record value with any picture. */
    public static byte[] encoded(FrameId frame, byte[] jpeg) {
        return encoded(frame, WIDTH, HEIGHT, Encoding.JPEG, jpeg);
    }

    /** A frame's record value that says anything of its picture. */
    public static byte[] encoded(FrameId frame, int width, int height, Encoding encoding, byte[] jpeg) {
        return FRAMES.encode(Frame.newBuilder()
                .setCamera(frame.camera())
                .setEpoch(EPOCH)
                .setSequence(frame.sequence())
                .setCaptureTimeUs(EPOCH + frame.sequence())
                .setWidth(width)
                .setHeight(height)
                .setEncoding(encoding)
                .setCaptureClock(CaptureClock.HOST)
                .setImage(ByteBuffer.wrap(jpeg))
                .build());
    }
}
