/** Judges whole sequences: who was found, whether they were kept apart and kept the same, and how steadily. */
@NullMarked
package pose.trainer.judging.sequence;

import org.jspecify.annotations.NullMarked;
