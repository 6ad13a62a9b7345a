/** Who is who from frame to frame: tracks, and keypoints that keep still. */
@NullMarked
package pose.track;

import org.jspecify.annotations.NullMarked;
