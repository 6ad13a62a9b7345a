package pose.track;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pose.skeleton.Skeleton;

/**
 * What following twelve people costs a frame, from the stored bytes to the next ones: {@code java -cp
 * tracks/target/classes:tracks/target/test-classes:skeleton/target/classes pose.track.TrackingCost}.
 *
 * @param medianMicros of a frame
 * @param bytes of the state at the end
 * @param followed how many had a track in the last frame
 */
record TrackingCost(double medianMicros, int bytes, int followed) {

    private static final IntBuffer PICTURE = IntBuffer.allocate(1 << 16);

    /** Follows so many people for so many frames; the last half counts. */
    static TrackingCost of(int people, int frames) throws BrokenTracksException {
        Film film = film();
        Crowd crowd = new Crowd(people, 1, new Crowd.Trouble(0.03, 0.05, 0.02, 0, 0, 0));
        byte[] state = film.tracks.toBytes();
        long[] nanos = new long[frames];
        int followed = 0;
        for (int frame = 0; frame < frames; frame++) {
            List<SeenPerson> seen = new ArrayList<>();
            crowd.next().forEach(sight -> seen.addAll(sight.seen()));
            long start = System.nanoTime();
            SeenFrame next = film.frame(looking(seen));
            TrackStep step = CameraTracks.fromBytes(state).see(next, film.settings);
            state = step.next().toBytes();
            nanos[frame] = System.nanoTime() - start;
            followed = step.next().tracks().size();
            film.sequence++;
            film.timeUs += Film.FRAME_US;
        }
        long[] counted = Arrays.copyOfRange(nanos, frames / 2, frames);
        Arrays.sort(counted);
        return new TrackingCost(counted[counted.length / 2] / 1000.0, state.length, followed);
    }

    /** With the sampling of their colours. */
    private static List<SeenPerson> looking(List<SeenPerson> seen) {
        return seen.stream()
                .map(person -> person.withLooks(Looks.seen(
                        Skeleton.LSP14,
                        person.keypoints(),
                        person.extent(),
                        (x, y) -> PICTURE.get(((int) y & 255) * 256 + ((int) x & 255)))))
                .toList();
    }

    private static Film film() {
        Film film = new Film();
        film.width = Crowd.WIDTH;
        film.height = Crowd.HEIGHT;
        film.scene = Optional.of(SceneSignature.ofLuma(new byte[SceneSignature.WIDTH * SceneSignature.HEIGHT]));
        return film;
    }

    public static void main(String[] arguments) throws BrokenTracksException {
        for (int people : new int[] {1, 6, 12}) {
            TrackingCost cost = of(people, 6000);
            System.out.printf(
                    Locale.ROOT,
                    "%d people: %.1f µs a frame, %d tracks in %d bytes%n",
                    people,
                    cost.medianMicros(),
                    cost.followed(),
                    cost.bytes());
        }
    }
}
