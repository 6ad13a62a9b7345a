/** The convolutional pose machine as layers: what an architecture is, what it costs, what it sees, and its DJL blocks. */
@NullMarked
package pose.cpm.network;

import org.jspecify.annotations.NullMarked;
