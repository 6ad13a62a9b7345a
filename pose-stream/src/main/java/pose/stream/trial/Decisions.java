package pose.stream.trial;

import pose.channel.ChannelException;

/** Carries out what is decided about candidates. */
@FunctionalInterface
interface Decisions {

    /**
     * Changes the channels accordingly.
     *
     * @return false where somebody changed one of them since: nothing was changed here then, and the decision is void
     * @throws ChannelException where Kafka does not let it through; it may be tried again
     */
    boolean carryOut(TrialSubject subject, Verdict verdict) throws ChannelException;
}
