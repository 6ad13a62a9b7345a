/** Image in, keypoints out: pictures, crops, belief maps, weights versions and the estimator over them. No Kafka here. */
@NullMarked
package pose.cpm;

import org.jspecify.annotations.NullMarked;
