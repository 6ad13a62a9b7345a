/** Takes cameras and brokers away from ingest, and adds up what is on the topics afterwards: frames and gaps, all of them. */
@NullMarked
package pose.e2e.outage;

import org.jspecify.annotations.NullMarked;
