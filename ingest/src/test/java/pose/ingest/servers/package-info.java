/** Cameras to test against: real servers on loopback that can be started, frozen and killed. */
@NullMarked
package pose.ingest.servers;

import org.jspecify.annotations.NullMarked;
