/** The rendered athlete as a source, its true keypoints travelling along. */
@NullMarked
package pose.ingest.source.synthetic;

import org.jspecify.annotations.NullMarked;
