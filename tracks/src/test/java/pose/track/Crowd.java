package pose.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;

/**
 * Athletes who run about in a picture of 1280 × 720 at 25 frames a second, as a network sees them: with noise, misses,
 * false sightings, those behind others not at all, and now and then with somebody else's keypoints.
 */
final class Crowd {

    /** Someone in the picture: who, and what the network saw, if anything. */
    record Sight(int who, boolean hidden, List<SeenPerson> seen) {}

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /** Standard deviations of noise in extents, chances per person and frame. */
    record Trouble(double centre, double size, double parts, double miss, double falseSighting, double swap) {

        static final Trouble USUAL = new Trouble(0.03, 0.05, 0.02, 0.05, 0.05, 0.02);
    }

    private final Random random;
    private final Trouble trouble;
    private final List<Runner> runners = new ArrayList<>();

    Crowd(int people, long seed, Trouble trouble) {
        this.random = new Random(seed);
        this.trouble = trouble;
        for (int i = 0; i < people; i++) {
            runners.add(new Runner(i, random));
        }
    }

    /** Everyone in the next frame. */
    List<Sight> next() {
        runners.forEach(Runner::step);
        List<Sight> sights = new ArrayList<>();
        for (Runner runner : runners) {
            if (!runner.inPicture()) {
                continue;
            }
            boolean hidden = runners.stream().anyMatch(other -> other.hides(runner));
            boolean missed = hidden || random.nextDouble() < trouble.miss();
            sights.add(new Sight(runner.who, hidden, missed ? List.of() : List.of(sight(runner))));
        }
        return sights;
    }

    /** What is not there. */
    List<SeenPerson> falseSightings() {
        if (random.nextDouble() >= trouble.falseSighting()) {
            return List.of();
        }
        double extent = 50 + random.nextDouble() * 150;
        return List.of(Body.standing(random.nextDouble() * WIDTH, random.nextDouble() * HEIGHT, extent));
    }

    private SeenPerson sight(Runner runner) {
        Runner posing = runner;
        if (random.nextDouble() < trouble.swap()) {
            posing = runners.stream()
                    .filter(other -> other != runner && other.overlaps(runner) > 0.3)
                    .findFirst()
                    .orElse(runner);
        }
        double extent = runner.extent * Math.exp(trouble.size() * random.nextGaussian());
        double x = runner.x + trouble.centre() * runner.extent * random.nextGaussian();
        double y = runner.y + trouble.centre() * runner.extent * random.nextGaussian();
        List<Keypoint> noisy = new ArrayList<>();
        for (Keypoint part : posing.pose()) {
            noisy.add(new Keypoint(
                    part.x() + trouble.parts() * runner.extent * random.nextGaussian(),
                    part.y() + trouble.parts() * runner.extent * random.nextGaussian(),
                    part.score()));
        }
        return new SeenPerson(new Box(x - extent / 2, y - extent / 2, extent, extent), 0.9, noisy);
    }

    /** Runs towards a goal, then towards another; the nearer to the camera, the lower in the picture and the larger. */
    private static final class Runner {

        private static final double SECONDS = 0.04;

        private final int who;
        private final Random random;
        private final double height;
        private final double cadence;
        private double x;
        private double y;
        private double extent;
        private double goalX;
        private double goalY;
        private double speed;
        private double speedX;
        private double speedY;
        private double phase;

        Runner(int who, Random random) {
            this.who = who;
            this.random = random;
            height = 0.9 + 0.2 * random.nextDouble();
            cadence = 7 + 3 * random.nextDouble();
            x = random.nextDouble() * WIDTH;
            y = 200 + random.nextDouble() * 350;
            phase = random.nextDouble() * 6;
            aim();
        }

        private void aim() {
            // beyond the border now and then: whoever goes there is gone for a while
            goalX = (random.nextDouble() * 0.9 + 0.05) * WIDTH;
            goalY = 200 + random.nextDouble() * 350;
            speed = 0.3 + 1.7 * random.nextDouble();
        }

        void step() {
            extent = height * (60 + 0.3 * (y - 200));
            double distance = Math.hypot(goalX - x, goalY - y);
            if (distance < extent / 3) {
                aim();
            }
            double wishX = (goalX - x) / Math.max(1, distance) * speed * extent;
            double wishY = (goalY - y) / Math.max(1, distance) * speed * extent;
            // nobody changes direction at once: some 3 extents a second per second
            double most = 3 * extent * SECONDS;
            double change = Math.hypot(wishX - speedX, wishY - speedY);
            double share = Math.min(1, most / Math.max(1e-9, change));
            speedX += share * (wishX - speedX);
            speedY += share * (wishY - speedY);
            x += speedX * SECONDS;
            y += speedY * SECONDS;
            phase += cadence * SECONDS;
        }

        boolean inPicture() {
            return x > 0 && x < WIDTH;
        }

        List<Keypoint> pose() {
            double lean = Math.max(-1, Math.min(1, speedX / extent));
            double stride = 0.15 * Math.min(1, Math.hypot(speedX, speedY) / extent);
            return Body.pose(x, y, extent, lean, phase, stride);
        }

        /** Whether this one stands before the other so that hardly anything of the other is seen. */
        boolean hides(Runner other) {
            return this != other && y > other.y && overlaps(other) > 0.6;
        }

        /** Share of the other's upright box that this one's covers. */
        double overlaps(Runner other) {
            double wide = Math.min(x + 0.2 * extent, other.x + 0.2 * other.extent)
                    - Math.max(x - 0.2 * extent, other.x - 0.2 * other.extent);
            double high = Math.min(y + extent / 2, other.y + other.extent / 2)
                    - Math.max(y - extent / 2, other.y - other.extent / 2);
            return Math.max(0, wide) * Math.max(0, high) / (0.4 * other.extent * other.extent);
        }
    }
}
