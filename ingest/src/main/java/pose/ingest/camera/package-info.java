/** Live cameras, many in one process: back from every outage, and every frame that is missing accounted for. */
@NullMarked
package pose.ingest.camera;

import org.jspecify.annotations.NullMarked;
