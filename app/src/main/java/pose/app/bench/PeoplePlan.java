package pose.app.bench;

import java.time.Duration;
import java.util.List;
import pose.stream.BatchPolicy;

/**
 * What {@code pose bench people} measures.
 *
 * @param people how many are in a frame, each number measured for itself; from 0
 * @param width of the pictures in pixels
 * @param height of the pictures in pixels
 * @param turn about how long the stream is measured with each number of people
 * @param turns of everything, at least 1
 * @param batching how frames become batches
 */
public record PeoplePlan(List<Integer> people, int width, int height, Duration turn, int turns, BatchPolicy batching) {

    /** Who is on a field at the same time, at most. */
    private static final int MOST_PEOPLE = 22;

    private static final int LEAST_BATCHES = 4;

    public PeoplePlan {
        people = List.copyOf(people);
        for (int count : people) {
            if (count < 0 || count > MOST_PEOPLE) {
                throw new IllegalArgumentException("--people is " + count + "; allowed: 0 to " + MOST_PEOPLE);
            }
        }
        if (turns < 1) {
            throw new IllegalArgumentException("--turns is " + turns + "; allowed: at least 1");
        }
    }

    /** How many frames are a turn where one takes so long: whole batches. */
    int frames(double frameMillis) {
        int batch = batching.maxBatch();
        long wanted = Math.round(turn.toMillis() / frameMillis / batch);
        return (int) Math.max(LEAST_BATCHES, wanted) * batch;
    }
}
