/** What every source of pictures shares: FFmpeg's libraries, time lines and sizes, and the way of a picture to a JPEG. */
@NullMarked
package pose.ingest.source.picture;

import org.jspecify.annotations.NullMarked;
