package pose.app.bench;

import java.time.Duration;
import java.util.List;

/**
 * What {@code pose bench soak} does.
 *
 * @param cameras how many cameras send
 * @param partitions of every topic
 * @param width of the pictures in pixels
 * @param height of the pictures in pixels
 * @param pictures distinct pictures
 * @param framesPerSecond of each camera
 * @param time from the first event on
 * @param between readings
 * @param streamArguments of {@code pose stream}, but for where the broker and the numbers are
 */
public record SoakPlan(
        int cameras,
        int partitions,
        int width,
        int height,
        int pictures,
        double framesPerSecond,
        Duration time,
        Duration between,
        List<String> streamArguments) {

    public SoakPlan {
        streamArguments = List.copyOf(streamArguments);
        if (!(framesPerSecond > 0 && framesPerSecond <= 1000)) {
            throw new IllegalArgumentException(
                    "--rate is " + framesPerSecond + "; allowed: frames a second of each camera, above 0 to 1000");
        }
        if (between.isNegative() || between.isZero()) {
            throw new IllegalArgumentException("the time between readings is " + between + "; it must be more than 0");
        }
    }
}
