/** Who is who from frame to frame, behind what sees them and in the same task: events gain tracks, and changes are told. */
@NullMarked
package pose.stream.track;

import org.jspecify.annotations.NullMarked;
