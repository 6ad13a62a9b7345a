/** A synthetic athlete: rendered pictures of a moving person whose true keypoints are known. JDK only. */
@NullMarked
package pose.athlete;

import org.jspecify.annotations.NullMarked;
