package pose.app.command;

import java.util.Optional;
import pose.stream.PoseStream;

/**
 * A network that a stream works with: first {@link #begin}, then {@link #follow}.
 *
 * @param <T> what it is while it is at work
 */
interface StreamNetwork<T> extends AutoCloseable {

    /** Loads what it begins with; false where the program was asked to end before there was anything. */
    boolean begin(Interruption interruption);

    /** The network that is at work; empty before it has begun, and where there is none. */
    Optional<T> atWork();

    /** The stream has begun: lets later versions take over from now on, where they are to. */
    void follow(PoseStream stream);

    @Override
    void close();
}
