package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_SEI_UNREGISTERED;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;

/**
 * The moment at which a picture was taken as some cameras write it into the picture's own coding: the precision time stamp of
 * MISB ST 0604 in an unregistered user data message of H.264 or H.265. A status byte, then µs (or ns) since 1970 in eight bytes,
 * each two followed by one of 0xff so that no start code comes about.
 */
final class WallClockSei {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] H264_MICROS = HEX.parseHex("4d4953506d6963726f73656374696d65");
    private static final byte[] H265_MICROS = HEX.parseHex("a8687dd4d7593758a5cef0338b6545f1");
    private static final byte[] NANOS = HEX.parseHex("cf848278ee23306c9265e8fef22fb8b8");
    private static final List<byte[]> MICROS = List.of(H264_MICROS, H265_MICROS);

    private static final int KIND_BYTES = 16;
    private static final int BYTES = KIND_BYTES + 1 + 11;

    private WallClockSei() {}

    /** µs since 1970 UTC, where the picture says. */
    static OptionalLong of(AVFrame picture) {
        for (int i = 0; i < picture.nb_side_data(); i++) {
            AVFrameSideData data = picture.side_data(i);
            if (data.type() == AV_FRAME_DATA_SEI_UNREGISTERED && data.size() >= BYTES) {
                byte[] message = new byte[BYTES];
                data.data().get(message);
                OptionalLong time = of(message);
                if (time.isPresent()) {
                    return time;
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Of a message's first bytes, its kind included. */
    static OptionalLong of(byte[] message) {
        byte[] kind = Arrays.copyOf(message, KIND_BYTES);
        boolean micros = MICROS.stream().anyMatch(known -> Arrays.equals(known, kind));
        if (message.length < BYTES || !(micros || Arrays.equals(NANOS, kind))) {
            return OptionalLong.empty();
        }
        long time = 0;
        for (int i = KIND_BYTES + 1; i < BYTES; i++) {
            boolean between = (i - KIND_BYTES) % 3 == 0;
            if (between && message[i] != (byte) 0xff) {
                return OptionalLong.empty();
            }
            time = between ? time : (time << 8) | (message[i] & 0xff);
        }
        return OptionalLong.of(micros ? time : time / 1000);
    }
}
