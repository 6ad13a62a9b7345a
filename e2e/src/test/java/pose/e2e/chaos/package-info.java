/**
 * Kills real streams at random moments while frames come in, and judges what came out: nothing lost, nothing repeated,
 * in order. Knows nothing of how a stream works inside.
 */
@NullMarked
package pose.e2e.chaos;

import org.jspecify.annotations.NullMarked;
