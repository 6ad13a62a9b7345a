/** Recorded footage back through topics with its original timing, or through a weights version into a topic of its own. */
@NullMarked
package pose.app.replay;

import org.jspecify.annotations.NullMarked;
