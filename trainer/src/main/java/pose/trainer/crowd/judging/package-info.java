/** How many of the people in pictures a locator finds, and how much of what it finds is somebody. */
@NullMarked
package pose.trainer.crowd.judging;

import org.jspecify.annotations.NullMarked;
