package pose.stream.trial;

import pose.schema.ShadowPose;

/** Where shadow poses go. */
@FunctionalInterface
interface ShadowSink extends AutoCloseable {

    /** Takes one; never waits long, and never throws. */
    void send(ShadowPose pose);

    @Override
    default void close() {}
}
