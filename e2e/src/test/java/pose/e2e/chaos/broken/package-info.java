/** Streams that break a promise on purpose, to see that they are caught. */
@NullMarked
package pose.e2e.chaos.broken;

import org.jspecify.annotations.NullMarked;
