/** The {@code pose} command in processes of its own, which can be told to end and can be killed. */
@NullMarked
package pose.e2e.process;

import org.jspecify.annotations.NullMarked;
