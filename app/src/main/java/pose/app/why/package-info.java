/** What became of one frame, and why: its event, its picture, who looked at it with which weights, and a second look. */
@NullMarked
package pose.app.why;

import org.jspecify.annotations.NullMarked;
