/** Pictures of any number of people: what a locator learns from, who is where in each, and what nobody labelled. */
@NullMarked
package pose.trainer.crowd;

import org.jspecify.annotations.NullMarked;
