/** Pose events as they are read from Kafka and as they are shown. */
@NullMarked
package pose.app.event;

import org.jspecify.annotations.NullMarked;
