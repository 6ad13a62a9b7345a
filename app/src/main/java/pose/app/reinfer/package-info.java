/** Recorded frames once more with another weights version, into a topic of their own, and what that changes. */
@NullMarked
package pose.app.reinfer;

import org.jspecify.annotations.NullMarked;
