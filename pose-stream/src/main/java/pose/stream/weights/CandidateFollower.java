package pose.stream.weights;

import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelState;
import pose.stream.LoadedVersion;
import pose.stream.TryingVersion;

/** Keeps what is tried beside the version at work at what a channel points to. */
final class CandidateFollower<L extends LoadedVersion> implements Candidates {

    private final ChannelFollower<L> trying;
    private final TryingVersion<L> live;
    private final Serving<L> serving;
    private final CandidateDesk desk;
    private final WeightsListener listener;
    private @Nullable Active tried;
    private @Nullable Standard triedStandard;

    /** @param serving the version at work of the same model */
    CandidateFollower(
            Channel channel,
            TryingVersion<L> live,
            Serving<L> serving,
            CandidateDesk desk,
            WeightsListener listener,
            LongSupplier nanoClock) {
        this.live = live;
        this.serving = serving;
        this.desk = desk;
        this.listener = listener;
        this.trying = new ChannelFollower<>(channel, serving::load, new StoreReach(listener), listener, nanoClock);
    }

    @Override
    public boolean takesOver(Active wanted) {
        if (tried == null
                || !tried.pinned().equals(wanted.pinned())
                || live.candidateFailure().isPresent()) {
            return false;
        }
        desk.dismiss();
        tried = null;
        boolean unused = live.promote();
        serving.took(Objects.requireNonNull(triedStandard));
        return true;
    }

    @Override
    public void served(Active record) {
        if (tried != null) {
            // It is tried beside another version from here on.
            desk.dismiss();
            live.share(desk.admit(tried, Optional.of(record)));
        }
    }

    @Override
    public void attend(ChannelState state, Optional<Active> served) {
        Active wanted = state.active(trying.channel()).orElse(null);
        if (wanted == null || serving.is(wanted) || !desk.wants(wanted, served)) {
            letGo();
            return;
        }
        if (tried != null && tried.offset() == wanted.offset()) {
            return;
        }
        if (tried != null && tried.pinned().equals(wanted.pinned())) {
            // The same version under other terms.
            desk.dismiss();
            tried = wanted;
            trying.settle(wanted);
            live.share(desk.admit(wanted, served));
            return;
        }
        letGo();
        trying.follow(wanted).ifPresent(loaded -> {
            tried = wanted;
            triedStandard = loaded.standard();
            live.tryOut(loaded.model(), desk.admit(wanted, served));
            listener.candidate(live.candidate());
        });
    }

    private void letGo() {
        if (tried != null) {
            tried = null;
            desk.dismiss();
            live.withdraw();
            trying.reset();
            listener.candidate(Optional.empty());
        }
    }
}
