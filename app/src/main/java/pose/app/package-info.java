/** The {@code pose} program: its entry point, what it tells its user, and its exit codes. */
@NullMarked
package pose.app;

import org.jspecify.annotations.NullMarked;
