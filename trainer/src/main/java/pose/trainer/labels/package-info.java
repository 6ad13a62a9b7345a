/** Which labels of a data set are probably wrong: found, ranked, shown, and left out of training. */
@NullMarked
package pose.trainer.labels;

import org.jspecify.annotations.NullMarked;
