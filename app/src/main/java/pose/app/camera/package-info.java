/** Live cameras as {@code pose ingest} runs them: what is told of them, and how they are changed over HTTP. */
@NullMarked
package pose.app.camera;

import org.jspecify.annotations.NullMarked;
