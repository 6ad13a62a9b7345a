/** A real Kafka broker inside this process, for the demo, for development and for tests. */
@NullMarked
package pose.app.broker;

import org.jspecify.annotations.NullMarked;
