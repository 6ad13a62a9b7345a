/** Cameras that are plugged in. */
@NullMarked
package pose.ingest.source.device;

import org.jspecify.annotations.NullMarked;
