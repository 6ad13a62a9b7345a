package pose.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everyone who is followed in front of one camera, after some frame. Immutable: {@link #see} gives what comes next, a
 * function of the frames seen and nothing else, and the same whether or not the tracks were bytes in between.
 */
public final class CameraTracks {

    /** So many former epochs are remembered; frames of theirs that come once more are known for what they are. */
    private static final int FORMER_EPOCHS = 8;

    private static final CameraTracks NONE = new CameraTracks(Optional.empty(), List.of(), 0, List.of());

    private final Optional<LastFrame> last;
    private final List<Long> formerEpochs;
    private final long lastId;
    private final List<Track> tracks;

    CameraTracks(Optional<LastFrame> last, List<Long> formerEpochs, long lastId, List<Track> tracks) {
        this.last = last;
        this.formerEpochs = List.copyOf(formerEpochs);
        this.lastId = lastId;
        this.tracks = List.copyOf(tracks);
    }

    /** Of a camera that nothing was seen of. */
    public static CameraTracks none() {
        return NONE;
    }

    /**
     * Follows everyone into one more frame. A frame that was seen already, its sequence not after the last one's in the
     * same epoch, or of an epoch that is over, changes nothing: its people are matched with the tracks as they are.
     */
    public TrackStep see(SeenFrame frame, TrackSettings settings) {
        return knows(frame) ? new Recollection(this, frame, settings).recall() : new Step(this, frame, settings).take();
    }

    private boolean knows(SeenFrame frame) {
        return formerEpochs.contains(frame.epoch())
                || last.filter(newest -> newest.epoch() == frame.epoch() && newest.sequence() >= frame.sequence())
                        .isPresent();
    }

    /** The newest frame that changed anything: what is over when another epoch begins ended there. */
    public Optional<LastFrame> last() {
        return last;
    }

    List<Long> formerEpochs() {
        return formerEpochs;
    }

    long lastId() {
        return lastId;
    }

    List<Track> tracks() {
        return tracks;
    }

    /** The former epochs once this one is over, the latest last. */
    List<Long> epochsOnceOver() {
        List<Long> over = new ArrayList<>(formerEpochs);
        last.ifPresent(newest -> over.add(newest.epoch()));
        return over.subList(Math.max(0, over.size() - FORMER_EPOCHS), over.size());
    }

    /** As {@link #fromBytes} reads them: some 700 bytes a track of 14 parts, and 650 for the camera. */
    public byte[] toBytes() {
        return TrackBytes.write(this);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws BrokenTracksException where it did not, or a version that this one does not know did
     */
    public static CameraTracks fromBytes(byte[] bytes) throws BrokenTracksException {
        return TrackBytes.read(bytes);
    }
}
