/** What happens in front of cameras, as lines for people to read. */
@NullMarked
package pose.app.watch;

import org.jspecify.annotations.NullMarked;
