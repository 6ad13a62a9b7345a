package pose.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.schema.Activation;
import pose.schema.WeightsEvent;

/** What is to be written, given every change that was made so far. May be asked more than once. */
@FunctionalInterface
interface Decision {

    /**
     * Decides.
     *
     * @return nothing, where all is as wanted already
     * @throws ChannelException where the change is not to be made
     */
    List<Step> on(ChannelState now) throws ChannelException;

    /**
     * A record of the log, and the event that tells of it; both are there or neither is.
     *
     * @param value null: the channel is gone
     * @param event null: another one of the same change tells of it
     */
    record Step(
            String key,
            @Nullable Activation value,
            @Nullable WeightsEvent event) {}
}
