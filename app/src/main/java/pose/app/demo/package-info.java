/** The whole pipeline in one process: broker, ingest, stream and a reader, from a source's first frame to its last pose. */
@NullMarked
package pose.app.demo;

import org.jspecify.annotations.NullMarked;
