/** A camera's slice of a topic as a clip, with what is known of its pictures, one line a picture. */
@NullMarked
package pose.app.record;

import org.jspecify.annotations.NullMarked;
