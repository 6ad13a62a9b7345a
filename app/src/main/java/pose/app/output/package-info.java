/** Files that a command writes: whether they can be, and how nothing half written is left behind. */
@NullMarked
package pose.app.output;

import org.jspecify.annotations.NullMarked;
