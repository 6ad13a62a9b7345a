package pose.app.demo;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is being made on a thread of its own, so that several slow beginnings overlap. Closing waits until it is
 * made and closes it.
 */
final class Deferred<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Consumer<T> closer;

    private Deferred(FutureTask<T> task, Consumer<T> closer) {
        this.task = task;
        this.closer = closer;
    }

    static <T> Deferred<T> begin(String name, Supplier<T> maker, Consumer<T> closer) {
        FutureTask<T> task = new FutureTask<>(maker::get);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Deferred<>(task, closer);
    }

    /** What was made; throws what its making threw. */
    T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something was being made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }

    @Override
    public void close() {
        T made;
        try {
            made = task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException e) {
            return; // Nothing was made; get() told why.
        }
        closer.accept(made);
    }
}
