package pose.ingest.source.network;

import org.bytedeco.javacpp.Pointer;

/** A number in the place of an address, where FFmpeg hands back what it was given without looking at it. */
final class Tag extends Pointer {

    Tag(long number) {
        this.address = number;
    }

    /** The number in such a place, 0 where there is none. */
    static long in(@org.jspecify.annotations.Nullable Pointer place) {
        return place == null ? 0 : place.address();
    }
}
