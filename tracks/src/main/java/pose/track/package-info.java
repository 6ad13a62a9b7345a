/**
 * Who is who from frame to frame: tracks, and keypoints that keep still. A function of the frames seen and nothing else: no
 * clock, no chance, no input or output.
 */
@NullMarked
package pose.track;

import org.jspecify.annotations.NullMarked;
