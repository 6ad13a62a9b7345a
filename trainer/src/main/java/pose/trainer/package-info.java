/** Data set to weights version: loading, augmenting, training, judging, publishing. */
@NullMarked
package pose.trainer;

import org.jspecify.annotations.NullMarked;
