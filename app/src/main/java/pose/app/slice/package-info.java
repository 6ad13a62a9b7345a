/** A slice of a frames topic: where it begins and ends, and each camera's frames in it, in their order. */
@NullMarked
package pose.app.slice;

import org.jspecify.annotations.NullMarked;
