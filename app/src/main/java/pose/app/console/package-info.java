/** What the user sees while something is going on. */
@NullMarked
package pose.app.console;

import org.jspecify.annotations.NullMarked;
