/** Measures the stream as a whole: frames prepared beforehand, a broker of its own, figures with their units. */
@NullMarked
package pose.app.bench;

import org.jspecify.annotations.NullMarked;
