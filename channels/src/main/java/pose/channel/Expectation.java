package pose.channel;

import java.util.Optional;

/** What a channel must point to for a change to be made: compare and set. */
public sealed interface Expectation {

    /** Whatever it points to. */
    Expectation ANY = new Any();

    /** It points to nothing. */
    Expectation NOTHING = new Nothing();

    /** Nobody changed it since this was read. */
    static Expectation unchangedSince(Active seen) {
        return new AtOffset(seen.offset());
    }

    /** It points to this version of its model. */
    static Expectation version(String version) {
        return new Names(version);
    }

    /**
     * Whether the change may be made.
     *
     * @param now what the channel points to; empty for nothing
     */
    boolean isMetBy(Optional<Active> now);

    /** See {@link #ANY}. */
    record Any() implements Expectation {
        @Override
        public boolean isMetBy(Optional<Active> now) {
            return true;
        }
    }

    /** See {@link #NOTHING}. */
    record Nothing() implements Expectation {
        @Override
        public boolean isMetBy(Optional<Active> now) {
            return now.isEmpty();
        }
    }

    /** See {@link #unchangedSince}. */
    record AtOffset(long offset) implements Expectation {
        @Override
        public boolean isMetBy(Optional<Active> now) {
            return now.isPresent() && now.get().offset() == offset;
        }
    }

    /** See {@link #version}. */
    record Names(String version) implements Expectation {
        @Override
        public boolean isMetBy(Optional<Active> now) {
            return now.isPresent() && now.get().record().getVersion().equals(version);
        }
    }
}
