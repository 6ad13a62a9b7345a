package pose.stream.weights;

import java.util.Optional;
import pose.channel.Active;
import pose.channel.ChannelState;

/** What is tried beside the version at work. One thread. */
interface Candidates {

    /** Tries nothing. */
    Candidates NONE = new Candidates() {

        @Override
        public boolean takesOver(Active wanted) {
            return false;
        }

        @Override
        public void served(Active record) {}

        @Override
        public void attend(ChannelState state, Optional<Active> served) {}
    };

    /** Has the version on trial take over where it is the one that is wanted; false where it is not. */
    boolean takesOver(Active wanted);

    /** Another version serves from here on. */
    void served(Active record);

    /**
     * Loads what is to be tried, and lets go of what is not to be tried any more.
     *
     * @param served what the serving channel points to, where that is what serves
     */
    void attend(ChannelState state, Optional<Active> served);
}
