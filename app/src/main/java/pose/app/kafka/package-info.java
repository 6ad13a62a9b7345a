/** How this program reaches a Kafka cluster, and what it makes sure of there before it starts to work. */
@NullMarked
package pose.app.kafka;

import org.jspecify.annotations.NullMarked;
