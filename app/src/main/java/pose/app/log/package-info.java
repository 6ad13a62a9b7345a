/** Logs: one line a problem, as text or as JSON, and never more of one kind than a person reads. */
@NullMarked
package pose.app.log;

import org.jspecify.annotations.NullMarked;
