package pose.stream.weights;

import java.time.Duration;
import java.util.Optional;
import pose.channel.Channel;
import pose.cpm.VersionId;
import pose.schema.WeightsRef;

/** Hears which versions come and go, on the thread that follows them: must not throw. */
public interface WeightsListener {

    /** Hears nothing. */
    WeightsListener NONE = new WeightsListener() {};

    /**
     * The next batch is looked at by this version.
     *
     * @param channel which named it
     * @param took from being wanted until now
     * @param detail how it came to that, in one line for people; may be empty
     */
    default void serving(Channel channel, WeightsRef version, Duration took, String detail) {}

    /** A version on this channel will not be put to work; the one before stays. */
    default void refused(Channel channel, VersionId version, RefusalReason reason, String detail) {}

    /** A version cannot be read since the store does not answer; told once, until {@link #storeBack}. */
    default void storeUnreachable(Channel channel, VersionId version, String detail) {}

    /** The store answers again. */
    default void storeBack(Channel channel, VersionId version) {}

    /** There is nothing to serve with yet; told again while it lasts. */
    default void waiting(String reason) {}

    /** The version that is loaded to be tried, if any. */
    default void candidate(Optional<WeightsRef> version) {}

    /** The channels cannot be read; told once, until they can. */
    default void channelsUnreadable(String detail) {}
}
