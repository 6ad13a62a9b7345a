/** Publishers and promoters that get into each other's way, and whether what they leave agrees. */
@NullMarked
package pose.e2e.versions;

import org.jspecify.annotations.NullMarked;
