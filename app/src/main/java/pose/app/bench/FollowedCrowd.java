package pose.app.bench;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pose.athlete.Performer;
import pose.athlete.RenderedFrame;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.track.BrokenTracksException;
import pose.track.CameraTracks;
import pose.track.Looks;
import pose.track.SceneSignature;
import pose.track.SeenFrame;
import pose.track.SeenPerson;
import pose.track.TrackSettings;
import pose.track.TrackStep;

/** The first so many athletes of a match as one camera's tracks follow them, and what that costs. */
final class FollowedCrowd {

    /** Of whom less is in sight, a network sees nobody. */
    private static final double LEAST_VISIBLE = 0.3;

    /** Standard deviation of where a network sees a part, in extents. */
    private static final double NOISE = 0.02;

    /** The camera stands still and never cuts. */
    private static final SceneSignature SCENE =
            SceneSignature.ofLuma(new byte[SceneSignature.WIDTH * SceneSignature.HEIGHT]);

    private static final double SURE = 0.8;
    private static final double UNSURE = 0.1;

    private final int people;
    private final TrackSettings settings = TrackSettings.defaults();
    private final Random random = new Random(1);
    private final List<Long> nanos = new ArrayList<>();
    private byte[] state = CameraTracks.none().toBytes();
    private boolean counting;
    private long allBytes;
    private int mostBytes;
    private int mostFollowed;

    FollowedCrowd(int people) {
        this.people = people;
    }

    /** From the next frame on, what it costs counts. */
    void count() {
        counting = true;
    }

    /** Follows everyone into one more frame. */
    void see(long sequence, long captureTimeUs, RenderedFrame rendered) {
        BufferedImage image = rendered.image();
        List<SeenPerson> seen = seen(rendered.performers());
        Looks.Colours colours = colours(Picture.of(image));

        long began = System.nanoTime();
        SeenFrame frame = new SeenFrame(
                1,
                sequence,
                captureTimeUs,
                image.getWidth(),
                image.getHeight(),
                Skeleton.LSP14,
                seen.stream().map(person -> looking(person, colours)).toList(),
                Optional.of(SCENE));
        TrackStep step = stored().see(frame, settings);
        state = step.next().toBytes();
        long took = System.nanoTime() - began;

        if (counting) {
            nanos.add(took);
            allBytes += state.length;
            mostBytes = Math.max(mostBytes, state.length);
            mostFollowed = Math.max(mostFollowed, (int) step.people().stream()
                    .filter(person -> person.track().isPresent())
                    .count());
        }
    }

    TracksReport.Figures figures() {
        Quantiles micros = Quantiles.of(nanos.stream().mapToLong(Long::longValue), 1e3);
        return new TracksReport.Figures(
                people, mostFollowed, micros.p50(), micros.p99(), (double) allBytes / nanos.size(), mostBytes);
    }

    private CameraTracks stored() {
        try {
            return CameraTracks.fromBytes(state);
        } catch (BrokenTracksException e) {
            throw new IllegalStateException("tracks must be able to read what they wrote", e);
        }
    }

    /** As a network sees them: a little beside where they are, and surely only what is in sight. */
    private List<SeenPerson> seen(List<Performer> performers) {
        return performers.stream()
                .filter(performer -> performer.id() <= people && performer.visible() >= LEAST_VISIBLE)
                .map(this::seen)
                .toList();
    }

    private SeenPerson seen(Performer performer) {
        Box box = Box.around(performer.keypoints()).square(1);
        List<Keypoint> keypoints = new ArrayList<>();
        for (int part = 0; part < performer.keypoints().size(); part++) {
            Point at = performer.keypoints().get(part);
            keypoints.add(new Keypoint(
                    at.x() + NOISE * box.extent() * random.nextGaussian(),
                    at.y() + NOISE * box.extent() * random.nextGaussian(),
                    performer.inSight().get(part) ? SURE : UNSURE));
        }
        return new SeenPerson(box, SURE, keypoints);
    }

    private static SeenPerson looking(SeenPerson person, Looks.Colours colours) {
        Looks looks =
                Looks.seen(Skeleton.LSP14, person.keypoints(), person.box().extent(), colours);
        return new SeenPerson(person.box(), person.score(), person.keypoints(), Optional.of(looks), person.faint());
    }

    private static Looks.Colours colours(Picture picture) {
        byte[] bgr = picture.bgr();
        return (x, y) -> {
            if (!Point.isWithin(x, y, picture.width(), picture.height())) {
                return -1;
            }
            int at = 3 * ((int) Math.round(y) * picture.width() + (int) Math.round(x));
            return (bgr[at + 2] & 0xff) << 16 | (bgr[at + 1] & 0xff) << 8 | (bgr[at] & 0xff);
        };
    }
}
