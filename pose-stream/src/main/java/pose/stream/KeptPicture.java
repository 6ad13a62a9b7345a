package pose.stream;

import org.jspecify.annotations.Nullable;
import pose.cpm.DecodedPicture;

/**
 * Where a frame's decoded picture stays between two who look at it, one after the other, while there is room for it. Safe for
 * several threads.
 */
public final class KeptPicture {

    /** Of a frame whose picture is decoded for each who needs it. */
    static final KeptPicture NEVER = new KeptPicture(new PictureRoom(0));

    private final PictureRoom room;
    private @Nullable DecodedPicture kept;
    private boolean over;

    KeptPicture(PictureRoom room) {
        this.room = room;
    }

    /** The picture, which is the caller's from now on; null where none is kept. */
    synchronized @Nullable DecodedPicture take() {
        DecodedPicture taken = kept;
        if (taken != null) {
            kept = null;
            room.giveBack(bytes(taken));
        }
        return taken;
    }

    /** Keeps a picture, or closes it where there is no room, or where nobody needs it any more. */
    void keep(DecodedPicture picture) {
        if (!stays(picture)) {
            picture.close();
        }
    }

    private synchronized boolean stays(DecodedPicture picture) {
        if (over || kept != null || !room.take(bytes(picture))) {
            return false;
        }
        kept = picture;
        return true;
    }

    /** Nobody needs it any more. */
    synchronized void discard() {
        over = true;
        DecodedPicture last = take();
        if (last != null) {
            last.close();
        }
    }

    private static long bytes(DecodedPicture picture) {
        return 3L * picture.width() * picture.height();
    }
}
