/** MPEG transport streams that arrive as UDP datagrams, unicast or multicast. */
@NullMarked
package pose.ingest.source.mpegts;

import org.jspecify.annotations.NullMarked;
