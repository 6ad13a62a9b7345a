/** Video files as no camera writes them, read in a process that may die of them. */
@NullMarked
package pose.e2e.chaos.clips;

import org.jspecify.annotations.NullMarked;
