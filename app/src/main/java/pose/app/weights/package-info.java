/** Weights versions, their channels and their events as people and scripts read them. */
@NullMarked
package pose.app.weights;

import org.jspecify.annotations.NullMarked;
