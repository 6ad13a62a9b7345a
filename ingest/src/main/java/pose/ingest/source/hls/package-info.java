/** HLS playlists as a source, live or complete, and the gate that keeps them from leading to internal addresses. */
@NullMarked
package pose.ingest.source.hls;

import org.jspecify.annotations.NullMarked;
