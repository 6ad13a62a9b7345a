package pose.stream.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static pose.stream.weights.FakeVersions.CANDIDATE;
import static pose.stream.weights.FakeVersions.STABLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.channel.Active;
import pose.stream.FakeModels;
import pose.stream.LiveModel;
import pose.stream.LoadedModel;

class WeightsFollowerTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeVersions store = new FakeVersions();
    private final FakeNews news = new FakeNews();
    private final Heard heard = new Heard();
    private final FakeDesk desk = new FakeDesk();
    private final AtomicLong clock = new AtomicLong();
    private LiveModel live;
    private WeightsFollower<LoadedModel> follower;

    @BeforeEach
    void beginWithTheFirstVersion() throws Exception {
        LoadedModel first = store.load(store.add("1"));
        live = FakeModels.live(first);
        store.loads.clear();
        Following<LoadedModel> following =
                new Following<>(STABLE, news, store.loader(store), new LastGood(folder), Optional.of("lsp14"), heard);
        Serving<LoadedModel> serving = new Serving<>(live, following.loader(), FakeVersions.STANDARD);
        follower = new WeightsFollower<>(
                following,
                new StoreReach(heard),
                serving,
                Optional.empty(),
                new CandidateFollower<>(CANDIDATE, live, serving, desk, heard, clock::get),
                clock::get);
    }

    @Test
    void shouldSwapToWhatTheChannelNames() {
        // given
        store.add("2");
        news.point(store.activation(STABLE, "2"));

        // when
        turn();

        // then
        assertThat(FakeModels.versionFor(live, "gate")).isEqualTo("2");
        assertThat(freed("1")).isTrue();
        assertThat(heard.lines).containsExactly("serving 2");
        assertThat(new LastGood(folder).of(STABLE))
                .hasValueSatisfying(last -> assertThat(last.version()).hasToString("lite/2"));
        turn();
        assertThat(heard.lines).hasSize(1);
    }

    @Test
    void shouldLoadOnlyTheNewest() {
        store.add("2");
        store.add("3");
        news.point(store.activation(STABLE, "2"));
        news.point(store.activation(STABLE, "3"));

        turn();

        assertThat(store.loads).containsExactly("3");
    }

    @Test
    void shouldNotLoadAgainWhatIsAtWork() {
        news.point(store.activation(STABLE, "1"));

        turn();

        assertThat(store.loads).isEmpty();
        assertThat(heard.lines).containsExactly("serving 1");
    }

    @Test
    void shouldKeepTheVersionAtWorkWhereAnotherIsRefusedAndTryALaterOne() {
        // given
        store.add("2");
        store.unloadable.add("2");
        store.add("3");
        news.point(store.activation(STABLE, "2"));

        // when
        turn();
        turn();

        // then
        assertThat(FakeModels.versionFor(live, "gate")).isEqualTo("1");
        assertThat(heard.lines).containsExactly("refused 2 NOT_LOADABLE");
        news.point(store.activation(STABLE, "3"));
        turn();
        assertThat(FakeModels.versionFor(live, "gate")).isEqualTo("3");
    }

    @Test
    void shouldRefuseWhatIsNotInTheStore() {
        news.point(store.activation(STABLE, "9"));

        turn();

        assertThat(heard.lines).containsExactly("refused 9 MISSING");
    }

    @Test
    void shouldRefuseOtherBytesThanWereActivated() {
        // given
        store.add("2");
        Active activated = store.activation(STABLE, "2");
        store.add("2", "mpii16");
        news.point(activated);

        // when
        turn();

        // then
        assertThat(heard.lines).containsExactly("refused 2 NOT_AS_ACTIVATED");
    }

    @Test
    void shouldRefuseAnotherSkeleton() {
        store.add("2", "mpii16");
        news.point(store.activation(STABLE, "2"));

        turn();

        assertThat(heard.lines).containsExactly("refused 2 SKELETON");
    }

    @Test
    void shouldRefuseAnotherKind() {
        store.add("2", "centre");
        news.point(store.activation(STABLE, "2"));

        turn();

        assertThat(heard.lines).containsExactly("refused 2 KIND");
    }

    @Test
    void shouldAskAStoreAgainThatDoesNotAnswerAndTellOfItOnce() {
        // given
        store.add("2");
        news.point(store.activation(STABLE, "2"));
        store.trouble = FakeVersions.unreachable();

        // when
        for (int i = 0; i < 10; i++) {
            turn();
            clock.addAndGet(Duration.ofSeconds(10).toNanos());
        }
        store.trouble = null;
        turn();

        // then
        assertThat(heard.lines).containsExactly("unreachable", "back", "serving 2");
    }

    @Test
    void shouldNotAskTheStoreBeforeItIsTime() {
        // given
        store.add("2");
        news.point(store.activation(STABLE, "2"));
        store.trouble = FakeVersions.unreachable();
        turn();
        store.trouble = null;

        // when
        turn();

        // then
        assertThat(heard.lines).containsExactly("unreachable");
    }

    @Test
    void shouldServeOnWhereTheChannelPointsToNothingAnyMore() {
        store.add("2");
        news.point(store.activation(STABLE, "2"));
        turn();

        news.remove(STABLE);
        turn();

        assertThat(FakeModels.versionFor(live, "gate")).isEqualTo("2");
    }

    @Test
    void shouldLoadACandidateAndGiveItItsCameras() {
        // given
        store.add("2");
        news.point(store.activation(CANDIDATE, "2"));

        // when
        turn();
        turn();

        // then
        assertThat(FakeModels.versionFor(live, "tried")).isEqualTo("2");
        assertThat(FakeModels.versionFor(live, "gate")).isEqualTo("1");
        assertThat(heard.lines).containsExactly("candidate 2");
        assertThat(desk.calls).containsExactly("admit 2 beside nothing");
    }

    @Test
    void shouldPutTheCandidateToWorkWithoutLoadingItAgain() {
        // given
        store.add("2");
        news.point(store.activation(CANDIDATE, "2"));
        turn();

        // when
        news.point(store.activation(STABLE, "2"));
        turn();

        // then
        assertThat(store.loads).containsExactly("2");
        assertThat(FakeModels.versionFor(live, "gate")).isEqualTo("2");
        assertThat(freed("2")).isFalse();
        assertThat(desk.calls).containsExactly("admit 2 beside nothing", "dismiss");
    }

    @Test
    void shouldLetGoOfACandidateThatIsTakenBack() {
        // given
        store.add("2");
        news.point(store.activation(CANDIDATE, "2"));
        turn();

        // when
        news.remove(CANDIDATE);
        turn();

        // then
        assertThat(freed("2")).isTrue();
        assertThat(heard.lines).containsExactly("candidate 2", "candidate none");
    }

    @Test
    void shouldTryTheCandidateBesideWhateverServes() {
        // given
        store.add("2");
        store.add("3");
        news.point(store.activation(CANDIDATE, "2"));
        turn();

        // when
        news.point(store.activation(STABLE, "3"));
        turn();

        // then
        assertThat(desk.calls).containsExactly("admit 2 beside nothing", "dismiss", "admit 2 beside 3");
        assertThat(FakeModels.versionFor(live, "tried")).isEqualTo("2");
    }

    @Test
    void shouldNotLoadACandidateThatNobodyWants() {
        desk.wanting = false;
        store.add("2");
        news.point(store.activation(CANDIDATE, "2"));

        turn();

        assertThat(store.loads).isEmpty();
    }

    private void turn() {
        follower.step(Duration.ZERO);
    }

    private boolean freed(String version) {
        return Objects.requireNonNull(store.freed.get(version)).get();
    }

    private static final class FakeDesk implements CandidateDesk {

        private final List<String> calls = new ArrayList<>();
        private boolean wanting = true;

        @Override
        public boolean wants(Active candidate, Optional<Active> serving) {
            return wanting;
        }

        @Override
        public Predicate<String> admit(Active candidate, Optional<Active> serving) {
            calls.add("admit " + candidate.version().version() + " beside "
                    + serving.map(record -> record.version().version()).orElse("nothing"));
            return "tried"::equals;
        }

        @Override
        public void dismiss() {
            calls.add("dismiss");
        }
    }
}
