package pose.track;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;

/**
 * A camera's tracks as bytes, big-endian: a version, then what {@link CameraTracks} holds in the order in which it is read
 * here. Another form gets another version.
 */
final class TrackBytes {

    private static final byte VERSION = 2;

    /** Without what is remembered of people. */
    private static final byte FIRST_VERSION = 1;

    private static final int LAST_FRAME_BYTES = 3 * Long.BYTES + 2 * Integer.BYTES + 1 + SceneSignature.BYTES;
    private static final int AXIS_BYTES = 5 * Float.BYTES;
    private static final int LOOKS_BYTES = Looks.REGIONS * Looks.VALUES_A_REGION * Short.BYTES;
    /** What is remembered of somebody, which is a track's last; the first version has none. */
    static final int MEMORY_BYTES = 2 * LOOKS_BYTES + Looks.REGIONS * Short.BYTES + 2 * Long.BYTES;

    private static final int TRACK_BYTES =
            2 * Long.BYTES + 3 * AXIS_BYTES + 4 * Float.BYTES + 2 * Short.BYTES + 2 + 2 * Float.BYTES + MEMORY_BYTES;
    private static final int PART_BYTES = (SteadyPose.VALUES_A_PART + Liveliness.VALUES_A_PART) * Float.BYTES;

    private TrackBytes() {}

    static byte[] write(CameraTracks tracks) {
        int room = 2 + LAST_FRAME_BYTES + 1 + tracks.formerEpochs().size() * Long.BYTES + Long.BYTES + Integer.BYTES;
        for (Track track : tracks.tracks()) {
            room += TRACK_BYTES + track.pose().parts() * PART_BYTES;
        }
        ByteBuffer out = ByteBuffer.allocate(room);
        out.put(VERSION);
        out.put((byte) (tracks.last().isPresent() ? 1 : 0));
        tracks.last().ifPresent(last -> write(last, out));
        out.put((byte) tracks.formerEpochs().size());
        tracks.formerEpochs().forEach(out::putLong);
        out.putLong(tracks.lastId());
        out.putInt(tracks.tracks().size());
        tracks.tracks().forEach(track -> write(track, out));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    static CameraTracks read(byte[] bytes) throws BrokenTracksException {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException e) {
            throw new BrokenTracksException("tracks of " + bytes.length + " bytes break off");
        } catch (IllegalArgumentException e) {
            throw new BrokenTracksException("tracks hold what cannot be: " + e.getMessage());
        }
    }

    private static CameraTracks read(ByteBuffer in) throws BrokenTracksException {
        byte version = in.get();
        if (version != VERSION && version != FIRST_VERSION) {
            throw new BrokenTracksException(
                    "tracks of version " + version + "; known are " + FIRST_VERSION + " and " + VERSION);
        }
        Optional<LastFrame> last = in.get() == 0 ? Optional.empty() : Optional.of(readLast(in));
        List<Long> formerEpochs = new ArrayList<>();
        for (int left = in.get(); left > 0; left--) {
            formerEpochs.add(in.getLong());
        }
        long lastId = in.getLong();
        List<Track> tracks = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            tracks.add(readTrack(in, version >= VERSION));
        }
        if (in.hasRemaining()) {
            throw new BrokenTracksException(in.remaining() + " bytes follow the tracks");
        }
        return new CameraTracks(last, formerEpochs, lastId, tracks);
    }

    private static void write(LastFrame last, ByteBuffer out) {
        out.putLong(last.epoch()).putLong(last.sequence()).putLong(last.captureTimeUs());
        out.putInt(last.width()).putInt(last.height());
        out.put((byte) (last.scene().isPresent() ? 1 : 0));
        last.scene().ifPresent(scene -> out.put(scene.toBytes()));
    }

    private static LastFrame readLast(ByteBuffer in) {
        long epoch = in.getLong();
        long sequence = in.getLong();
        long captureTimeUs = in.getLong();
        int width = in.getInt();
        int height = in.getInt();
        Optional<SceneSignature> scene = Optional.empty();
        if (in.get() != 0) {
            byte[] luma = new byte[SceneSignature.BYTES];
            in.get(luma);
            scene = Optional.of(SceneSignature.ofLuma(luma));
        }
        return new LastFrame(epoch, sequence, captureTimeUs, width, height, scene);
    }

    private static void write(Track track, ByteBuffer out) {
        out.putLong(track.id()).putLong(track.lastSeenUs());
        write(track.motion().x(), out);
        write(track.motion().y(), out);
        write(track.motion().size(), out);
        Box box = track.box();
        out.putFloat((float) box.x()).putFloat((float) box.y());
        out.putFloat((float) box.width()).putFloat((float) box.height());
        out.putShort((short) track.missed());
        out.put((byte) (track.lost() ? 1 : 0));
        SteadyPose pose = track.pose();
        out.putShort((short) pose.parts());
        for (int i = 0; i < pose.parts() * SteadyPose.VALUES_A_PART; i++) {
            out.putFloat(pose.value(i));
        }
        Liveliness liveliness = track.liveliness();
        for (int i = 0; i < pose.parts() * Liveliness.VALUES_A_PART; i++) {
            out.putFloat(liveliness.mean(i));
        }
        out.putFloat(liveliness.seconds()).putFloat(liveliness.variance());
        out.put((byte) (liveliness.plays() ? 1 : 0));
        write(track.memory(), out);
    }

    private static void write(Memory memory, ByteBuffer out) {
        write(memory.lasting().mean(), out);
        for (int region = 0; region < Looks.REGIONS; region++) {
            out.putShort(memory.lasting().grid(region));
        }
        out.putLong(memory.sinceUs()).putLong(memory.provenUs());
        write(memory.recent(), out);
    }

    private static Memory readMemory(ByteBuffer in) {
        Looks mean = Looks.ofGrid(readShorts(in, Looks.REGIONS * Looks.VALUES_A_REGION));
        LastingLooks lasting = LastingLooks.ofGrid(mean, readShorts(in, Looks.REGIONS));
        long sinceUs = in.getLong();
        long provenUs = in.getLong();
        Looks recent = Looks.ofGrid(readShorts(in, Looks.REGIONS * Looks.VALUES_A_REGION));
        return new Memory(lasting, sinceUs, provenUs, recent);
    }

    private static void write(Looks looks, ByteBuffer out) {
        for (int i = 0; i < Looks.REGIONS * Looks.VALUES_A_REGION; i++) {
            out.putShort(looks.grid(i));
        }
    }

    private static short[] readShorts(ByteBuffer in, int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.getShort();
        }
        return values;
    }

    private static Track readTrack(ByteBuffer in, boolean withMemory) {
        long id = in.getLong();
        long lastSeenUs = in.getLong();
        Motion motion = new Motion(readAxis(in), readAxis(in), readAxis(in));
        Box box = new Box(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat());
        int missed = in.getShort();
        boolean lost = in.get() != 0;
        int parts = in.getShort();
        SteadyPose pose = new SteadyPose(readFloats(in, parts * SteadyPose.VALUES_A_PART));
        float[] means = readFloats(in, parts * Liveliness.VALUES_A_PART);
        Liveliness liveliness = new Liveliness(means, in.getFloat(), in.getFloat(), in.get() != 0);
        Memory memory = withMemory ? readMemory(in) : Memory.since(lastSeenUs);
        return new Track(id, motion, box, lastSeenUs, missed, lost, pose, liveliness, memory);
    }

    private static float[] readFloats(ByteBuffer in, int count) {
        if (count < 0 || count > in.remaining() / Float.BYTES) {
            throw new BufferUnderflowException();
        }
        float[] values = new float[count];
        in.asFloatBuffer().get(values);
        in.position(in.position() + count * Float.BYTES);
        return values;
    }

    private static void write(Axis axis, ByteBuffer out) {
        out.putFloat(axis.place()).putFloat(axis.velocity());
        out.putFloat(axis.placeVariance()).putFloat(axis.covariance()).putFloat(axis.velocityVariance());
    }

    private static Axis readAxis(ByteBuffer in) {
        return new Axis(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat());
    }
}
