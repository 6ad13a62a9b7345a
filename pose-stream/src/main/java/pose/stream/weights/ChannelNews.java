package pose.stream.weights;

import java.time.Duration;
import pose.channel.ChannelException;
import pose.channel.ChannelState;

/** Tells what the channels point to. One thread at a time, but for {@link #wakeUp}. */
interface ChannelNews {

    /** Waits for a change, at most so long, and tells how all of them stand then; the first time at once. */
    ChannelState await(Duration longest) throws ChannelException;

    /** Ends a wait at once. */
    void wakeUp();
}
