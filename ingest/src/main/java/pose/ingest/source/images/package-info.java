/** A folder of pictures, one file a frame, in the order of their names. */
@NullMarked
package pose.ingest.source.images;

import org.jspecify.annotations.NullMarked;
