/** Labelled people to learn from and to be judged on, read from the official files of each data set. */
@NullMarked
package pose.trainer.data;

import org.jspecify.annotations.NullMarked;
