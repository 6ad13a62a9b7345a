/** Which weights version a channel points to: records on one compacted topic, changed by transactions, followed by streams. */
@NullMarked
package pose.channel;

import org.jspecify.annotations.NullMarked;
