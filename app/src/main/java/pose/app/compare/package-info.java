/** What two looks at the same frames have in common and where they differ, part by part. */
@NullMarked
package pose.app.compare;

import org.jspecify.annotations.NullMarked;
