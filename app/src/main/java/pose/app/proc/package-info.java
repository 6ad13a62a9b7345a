/** What the operating system tells of a process. */
@NullMarked
package pose.app.proc;

import org.jspecify.annotations.NullMarked;
