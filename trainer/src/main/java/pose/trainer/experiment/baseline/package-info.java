/** What belief maps are compared with: networks that put out coordinates at once, and the mean pose. */
@NullMarked
package pose.trainer.experiment.baseline;

import org.jspecify.annotations.NullMarked;
