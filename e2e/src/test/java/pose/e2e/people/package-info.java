/** People whose every pose is known, and a stream that sees them without a network. */
@NullMarked
package pose.e2e.people;

import org.jspecify.annotations.NullMarked;
