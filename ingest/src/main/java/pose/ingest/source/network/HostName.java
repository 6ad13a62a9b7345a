package pose.ingest.source.network;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A host's name looked up ahead of FFmpeg, whose own look-up neither a deadline nor an interruption ends: that one then finds
 * the answer near at hand.
 */
final class HostName {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]*|\\[.*]");

    private HostName() {}

    /**
     * Looks a name up.
     *
     * @return whether it is known, or no name at all
     * @throws TimeoutException where no answer comes in time
     * @throws InterruptedException where the thread was interrupted
     */
    static boolean isKnown(String host, Duration longest) throws TimeoutException, InterruptedException {
        if (ADDRESS.matcher(host).matches()) {
            return true;
        }
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread asking = new Thread(lookUp, "looking up a camera's name");
        asking.setDaemon(true);
        asking.start();
        try {
            return lookUp.get(longest.toNanos(), TimeUnit.NANOSECONDS).length > 0;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
