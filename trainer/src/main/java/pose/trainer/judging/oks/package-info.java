/** Average precision and recall by object keypoint similarity, as COCO defines them. */
@NullMarked
package pose.trainer.judging.oks;

import org.jspecify.annotations.NullMarked;
