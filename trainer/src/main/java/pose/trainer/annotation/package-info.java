/** Labels as annotation tools have them: COCO keypoints and CVAT for images, read and written, and as the trainer's CSV. */
@NullMarked
package pose.trainer.annotation;

import org.jspecify.annotations.NullMarked;
