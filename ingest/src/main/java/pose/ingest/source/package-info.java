/** Where pictures come from: video files through FFmpeg, in this process, and the synthetic athlete. */
@NullMarked
package pose.ingest.source;

import org.jspecify.annotations.NullMarked;
