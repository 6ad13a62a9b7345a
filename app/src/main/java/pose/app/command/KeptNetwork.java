package pose.app.command;

import java.util.Optional;
import java.util.function.Consumer;
import pose.stream.BatchInference;
import pose.stream.PoseStream;

/**
 * One that keeps to its version.
 *
 * @param atWork empty where a stream does without
 * @param closing frees it
 */
record KeptNetwork<T extends BatchInference>(Optional<T> atWork, Consumer<T> closing) implements StreamNetwork<T> {

    @Override
    public boolean begin(Interruption interruption) {
        atWork.ifPresent(WarmUp::of);
        return true;
    }

    @Override
    public void follow(PoseStream stream) {}

    @Override
    public void close() {
        atWork.ifPresent(closing);
    }
}
