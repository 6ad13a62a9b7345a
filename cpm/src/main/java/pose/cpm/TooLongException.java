package pose.cpm;

import java.io.IOException;

/** A file is longer than it may be, and was not read. */
public final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long bytes;

    /** @param bytes how long it is, or at least */
    public TooLongException(long bytes) {
        super(bytes + " bytes");
        this.bytes = bytes;
    }

    public long bytes() {
        return bytes;
    }
}
