/** Frames as no camera makes them. */
@NullMarked
package pose.e2e.chaos.fuzz;

import org.jspecify.annotations.NullMarked;
