package pose.ingest.source.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import pose.ingest.servers.FfmpegCommand;

/** The packets of a transport stream, to be damaged and sent: 25 pictures a second, each in a PES packet of its own. */
record TsRecording(List<byte[]> packets) {

    static final int WIDTH = 160;
    static final int HEIGHT = 120;
    static final int KEY_EVERY = 10;

    private static final int PACKET = 188;
    private static final int VIDEO = 256;
    private static final long UPPER = 7L << 30;
    private static final long MIDDLE = 0x7fffL << 15;
    private static final long LOWER = 0x7fff;
    private static final long MARKERS = 0x21_0001_0001L;

    /** So many moving pictures, a key picture every tenth. */
    static TsRecording of(Path folder, int pictures) throws IOException, InterruptedException {
        return muxed(coded(folder, pictures), folder.resolve("camera.ts"));
    }

    /** The same, with a message (supplemental enhancement information) before each picture, by the picture's number. */
    static TsRecording withMessages(Path folder, int pictures, IntFunction<byte[]> message)
            throws IOException, InterruptedException {
        byte[] plain = Files.readAllBytes(coded(folder, pictures));
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        int picture = 0;
        for (int i = 0; i < plain.length; i++) {
            // Baseline pictures of one slice: parameter sets come before a key picture (5), every other one is a slice
            // (1).
            boolean begins = i + 4 < plain.length
                    && plain[i] == 0
                    && plain[i + 1] == 0
                    && plain[i + 2] == 0
                    && plain[i + 3] == 1;
            int unit = begins ? plain[i + 4] & 0x1f : 0;
            if (unit == 1 || unit == 5) {
                with.write(message.apply(picture++));
            }
            with.write(plain[i]);
        }
        Path file = Files.write(folder.resolve("messages.h264"), with.toByteArray());
        return muxed(file, folder.resolve("messages.ts"));
    }

    private static Path coded(Path folder, int pictures) throws IOException, InterruptedException {
        Path file = folder.resolve("camera.h264");
        String source = "testsrc2=size=" + WIDTH + "x" + HEIGHT + ":rate=25";
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                source,
                "-frames:v",
                Integer.toString(pictures),
                "-c:v",
                "libopenh264",
                "-b:v",
                "400k",
                "-g",
                Integer.toString(KEY_EVERY),
                "-pix_fmt",
                "yuv420p",
                "-slices",
                "1",
                file.toString());
        return file;
    }

    private static TsRecording muxed(Path coded, Path file) throws IOException, InterruptedException {
        ffmpeg("-r", "25", "-i", coded.toString(), "-c", "copy", "-muxdelay", "0", "-f", "mpegts", file.toString());
        byte[] all = Files.readAllBytes(file);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i + PACKET <= all.length; i += PACKET) {
            packets.add(Arrays.copyOfRange(all, i, i + PACKET));
        }
        return new TsRecording(packets);
    }

    private static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        int code = new ProcessBuilder(FfmpegCommand.line(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("ffmpeg ended with " + code);
        }
    }

    /** Without those packets, of all, that the test picks. */
    TsRecording without(IntPredicate lost) {
        List<byte[]> left = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            if (!lost.test(i)) {
                left.add(packets.get(i));
            }
        }
        return new TsRecording(left);
    }

    /** The index of the packet in which the picture with this number begins. */
    int beginOf(int picture) {
        int seen = -1;
        for (int i = 0; i < packets.size(); i++) {
            if (beginsPicture(packets.get(i)) && ++seen == picture) {
                return i;
            }
        }
        throw new AssertionError("no picture " + picture);
    }

    /** With other stamps in the place of each picture's, both on the 90 kHz clock. */
    TsRecording stamped(LongUnaryOperator other) {
        List<byte[]> changed = new ArrayList<>();
        for (byte[] packet : packets) {
            byte[] copy = packet.clone();
            if (beginsPicture(copy)) {
                restamp(copy, other);
            }
            changed.add(copy);
        }
        return new TsRecording(changed);
    }

    /** With stamps left out of the pictures whose numbers the test picks, as a stream may (ISO/IEC 13818-1, 2.7.4). */
    TsRecording unstamped(IntPredicate numbers) {
        List<byte[]> changed = new ArrayList<>();
        int picture = 0;
        for (byte[] packet : packets) {
            byte[] copy = packet.clone();
            if (beginsPicture(copy) && numbers.test(picture++)) {
                int payload = (copy[3] & 0x20) != 0 ? 5 + (copy[4] & 0xff) : 4;
                copy[payload + 7] = 0;
                // What the header no longer says is stuffing.
                Arrays.fill(copy, payload + 9, payload + 9 + copy[payload + 8], (byte) 0xff);
            }
            changed.add(copy);
        }
        return new TsRecording(changed);
    }

    /** With every picture in two PES packets, the second without a stamp: a header alone is put in after its first packet. */
    TsRecording inHalves() {
        List<byte[]> changed = new ArrayList<>();
        int counter = 0;
        for (int i = 0; i < packets.size(); i++) {
            byte[] copy = packets.get(i).clone();
            if (!isVideo(copy)) {
                changed.add(copy);
                continue;
            }
            copy[3] = (byte) ((copy[3] & 0xf0) | (counter++ & 0x0f));
            changed.add(copy);
            boolean goesOn =
                    i + 1 < packets.size() && isVideo(packets.get(i + 1)) && !beginsPicture(packets.get(i + 1));
            if (beginsPicture(copy) && goesOn) {
                changed.add(headerAlone(counter++));
            }
        }
        return new TsRecording(changed);
    }

    /** A packet with a PES header without a stamp, and nothing else: stuffing before it fills the packet. */
    private static byte[] headerAlone(int counter) {
        byte[] header = {0, 0, 1, (byte) 0xe0, 0, 0, (byte) 0x80, 0, 0};
        byte[] packet = new byte[PACKET];
        Arrays.fill(packet, (byte) 0xff);
        packet[0] = 0x47;
        packet[1] = 0x40 | VIDEO >> 8;
        packet[2] = (byte) VIDEO;
        packet[3] = (byte) (0x30 | (counter & 0x0f));
        packet[4] = (byte) (PACKET - 5 - header.length);
        packet[5] = 0;
        System.arraycopy(header, 0, packet, PACKET - header.length, header.length);
        return packet;
    }

    TsRecording then(TsRecording next) {
        List<byte[]> both = new ArrayList<>(packets);
        both.addAll(next.packets);
        return new TsRecording(both);
    }

    static boolean beginsPicture(byte[] packet) {
        return isVideo(packet) && (packet[1] & 0x40) != 0;
    }

    private static boolean isVideo(byte[] packet) {
        return (((packet[1] & 0x1f) << 8) | (packet[2] & 0xff)) == VIDEO;
    }

    /** ISO/IEC 13818-1, 2.4.3.7: 33 bits in five bytes, a marker bit behind the upper three, the middle and the lower fifteen. */
    private static void restamp(byte[] packet, LongUnaryOperator other) {
        int payload = (packet[3] & 0x20) != 0 ? 5 + (packet[4] & 0xff) : 4;
        int stamp = payload + 9;
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = (bits << 8) | (packet[stamp + i] & 0xff);
        }
        long now = ((bits >> 3) & UPPER) | ((bits >> 2) & MIDDLE) | ((bits >> 1) & LOWER);
        long wanted = other.applyAsLong(now);
        long written = ((wanted & UPPER) << 3) | ((wanted & MIDDLE) << 2) | ((wanted & LOWER) << 1) | MARKERS;
        for (int i = 0; i < 5; i++) {
            packet[stamp + i] = (byte) (written >> (32 - 8 * i));
        }
        // Of both stamps that there may be, one is left: when to show the picture.
        packet[payload + 7] = (byte) 0x80;
    }
}
