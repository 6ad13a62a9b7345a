/** Skeletons drawn on pictures, and clips of such pictures. */
@NullMarked
package pose.app.drawing;

import org.jspecify.annotations.NullMarked;
