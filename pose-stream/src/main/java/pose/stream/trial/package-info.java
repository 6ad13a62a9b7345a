/** Candidates on trial: looked at beside the serving version, or serving some cameras, and judged by what is seen. */
@NullMarked
package pose.stream.trial;

import org.jspecify.annotations.NullMarked;
