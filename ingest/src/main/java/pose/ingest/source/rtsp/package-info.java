/** Cameras that speak RTSP, their packets over TCP or UDP. */
@NullMarked
package pose.ingest.source.rtsp;

import org.jspecify.annotations.NullMarked;
