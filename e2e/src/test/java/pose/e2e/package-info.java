/** The README's promises, each a class of its own, kept by the real parts through a real broker. */
@NullMarked
package pose.e2e;

import org.jspecify.annotations.NullMarked;
