/** Pictures back into a playable file. */
@NullMarked
package pose.ingest.recording;

import org.jspecify.annotations.NullMarked;
