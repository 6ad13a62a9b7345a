/** RTMP as a source: streams that are fetched from a server, and streams that a camera brings here. */
@NullMarked
package pose.ingest.source.rtmp;

import org.jspecify.annotations.NullMarked;
