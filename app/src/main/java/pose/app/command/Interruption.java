package pose.app.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ctrl-C and SIGTERM as something to wait for. The JVM ends as soon as its shutdown hooks have; this one holds it until
 * {@link #close}, so that whoever listens can stop in good order first.
 */
public final class Interruption implements AutoCloseable {

    private static final long LONGEST_GOODBYE_SECONDS = 30;

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "interruption");

    private Interruption() {}

    public static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Waits until the program was asked to stop. */
    public void await() {
        asked.join();
    }

    /**
     * Waits until the program was asked to stop, but not for longer.
     *
     * @return whether it was
     */
    public boolean awaitFor(Duration longest) {
        try {
            asked.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("being asked to stop never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    public boolean happened() {
        return asked.isDone();
    }

    /** Runs the action on the thread that asks the program to stop, or at once where it has been asked already. */
    public void whenAsked(Runnable action) {
        CompletableFuture<Void> unused = asked.thenRun(action);
    }

    @Override
    public void close() {
        stopped.countDown();
        if (!happened()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is on its way out at this very moment, and the hook no longer holds it.
            }
        }
    }

    private void hold() {
        asked.complete(null);
        try {
            stopped.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
