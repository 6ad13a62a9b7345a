package pose.stream;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory decoded pictures may take while they wait to be looked at once more. Safe for several threads. */
final class PictureRoom {

    private final long most;
    private final AtomicLong used = new AtomicLong();

    /** @param most bytes, at least 0 */
    PictureRoom(long most) {
        this.most = most;
    }

    /** Takes room for so many bytes, where it is there. */
    boolean take(long bytes) {
        long before = used.getAndUpdate(now -> now + bytes <= most ? now + bytes : now);
        return before + bytes <= most;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes. */
    long used() {
        return used.get();
    }
}
