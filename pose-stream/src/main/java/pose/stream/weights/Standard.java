package pose.stream.weights;

import java.time.Duration;

/**
 * What a version did in its warm-up, which the next one is held to.
 *
 * @param highestScore of all keypoints in all pictures, 0 to 1
 * @param fastest how long a picture took at best
 */
record Standard(double highestScore, Duration fastest) {}
