package pose.channel;

import java.util.Optional;

/** A channel does not point to what was expected: somebody else changed it. Nothing was written. */
public final class ChannelChangedException extends ChannelException {

    private static final long serialVersionUID = 1L;

    /** @param now what it points to instead; empty for nothing */
    ChannelChangedException(Channel channel, Optional<Active> now) {
        super(channel + " is not what you saw: it points to "
                + now.map(ChannelChangedException::described).orElse("nothing")
                + "; nothing was changed");
    }

    private static String described(Active active) {
        return active.version() + " since " + active.since() + ", " + Words.of(active.record());
    }
}
