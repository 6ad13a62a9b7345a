/** Follows which weights version is to serve: fetches it, checks it, loads it beside, and swaps it in or refuses it. */
@NullMarked
package pose.stream.weights;

import org.jspecify.annotations.NullMarked;
