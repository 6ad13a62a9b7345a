/** How good predictions are: the field's metrics, and what runs a network over a data set to find them. */
@NullMarked
package pose.trainer.judging;

import org.jspecify.annotations.NullMarked;
