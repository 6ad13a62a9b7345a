/** Two weights versions beside each other on the same pictures: how far apart, part by part, and where most. */
@NullMarked
package pose.app.diff;

import org.jspecify.annotations.NullMarked;
