/** One live FFmpeg session, as every camera on a network or a device is read: bounded waits, tolerant decoding, live time. */
@NullMarked
package pose.ingest.source.network;

import org.jspecify.annotations.NullMarked;
