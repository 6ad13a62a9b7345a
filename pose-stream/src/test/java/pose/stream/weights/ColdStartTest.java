package pose.stream.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static pose.stream.weights.FakeVersions.STABLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.stream.LoadedModel;

class ColdStartTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeVersions store = new FakeVersions();
    private final FakeNews news = new FakeNews();
    private final Heard heard = new Heard();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();
    private boolean bundled = true;

    @Test
    void shouldBeginWithWhatTheChannelNames() {
        store.add("2");
        news.point(store.activation(STABLE, "2"));

        assertThat(begun()).contains("2");
        assertThat(heard.lines).containsExactly("serving 2");
    }

    @Test
    void shouldBeginWithTheVersionThatComesWithPoseWhereNothingWasActivated() {
        assertThat(begun()).contains("bundled");
    }

    @Test
    void shouldWaitForAStoreThatDoesNotAnswerAndSaySoOnceAMinute() {
        // given
        store.add("2");
        news.point(store.activation(STABLE, "2"));
        store.trouble = FakeVersions.unreachable();

        // when nobody answers for two minutes, asked every 30 s
        Optional<String> begun = begun(() -> {
            clock.addAndGet(Duration.ofSeconds(30).toNanos());
            if (turns.get() == 5) {
                store.trouble = null;
            }
        });

        // then
        assertThat(begun).contains("2");
        String waiting = "waiting lite/stable points to lite/2, which cannot be had: fake: nobody answers";
        assertThat(heard.lines).containsExactly("unreachable", waiting, waiting, "back", "serving 2");
    }

    @Test
    void shouldBeginWithTheLastThatLoadedWhereTheStoreDoesNotAnswer() throws Exception {
        // given a source that has a copy of it
        remember(store.add("1"));
        store.add("2");
        news.point(store.activation(STABLE, "2"));
        VersionId copied = new VersionId("lite", "1");
        VersionSource source = (id, sha256) -> {
            if (!id.equals(copied)) {
                throw FakeVersions.unreachable();
            }
            return store.open(id, sha256);
        };

        // when
        Optional<Beginning<LoadedModel>> begun = coldStart(source).begin(() -> turns.incrementAndGet() > 100);

        // then
        assertThat(begun).map(Beginning::settled).contains(Optional.empty());
        assertThat(heard.lines).containsExactly("unreachable", "serving 1");
    }

    @Test
    void shouldBeginWithTheLastThatLoadedWhereTheOneThatIsWantedIsRefused() throws Exception {
        // given
        remember(store.add("1"));
        store.add("2");
        store.unloadable.add("2");
        news.point(store.activation(STABLE, "2"));

        // then
        assertThat(begun()).contains("1");
        assertThat(heard.lines).containsExactly("refused 2 NOT_LOADABLE", "serving 1");
    }

    @Test
    void shouldBeginWithTheVersionBeforeWhereNothingHasLoadedHereYet() {
        store.add("1");
        store.add("2");
        store.unloadable.add("3");
        store.add("3");
        news.point(store.activation(STABLE, "3", "gone", "2", "1"));

        assertThat(begun()).contains("2");
    }

    @Test
    void shouldBeginWithTheVersionThatComesWithPoseWhereAllAreRefused() {
        news.point(store.activation(STABLE, "3", "gone"));

        assertThat(begun()).contains("bundled");
    }

    @Test
    void shouldWaitForAVersionWhereNoneComesWithPose() {
        // given
        bundled = false;
        store.add("2");

        // when one is activated at last
        Optional<String> begun = begun(() -> {
            if (turns.get() == 5) {
                news.point(store.activation(STABLE, "2"));
            }
        });

        // then
        assertThat(begun).contains("2");
        assertThat(heard.lines)
                .containsExactly(
                        "waiting lite/stable points to nothing, and no version of lite comes with pose: promote one",
                        "serving 2");
    }

    @Test
    void shouldRefuseAnotherSkeletonThanTheLastThatLoadedHad() throws Exception {
        remember(store.add("1"));
        store.add("2", "mpii16");
        news.point(store.activation(STABLE, "2"));

        assertThat(begun()).contains("1");
        assertThat(heard.lines).containsExactly("refused 2 SKELETON", "serving 1");
    }

    @Test
    void shouldWaitNoLongerThanItIsToldTo() {
        store.trouble = FakeVersions.unreachable();
        news.point(store.activation(STABLE, "2"));

        assertThat(coldStart(store).begin(() -> turns.incrementAndGet() > 3)).isEmpty();
    }

    private Optional<String> begun() {
        return begun(() -> {});
    }

    private Optional<String> begun(Runnable turn) {
        return coldStart(store)
                .begin(() -> {
                    turns.incrementAndGet();
                    turn.run();
                    return turns.get() > 100;
                })
                .map(beginning -> beginning.model().weights().getVersion());
    }

    private ColdStart<LoadedModel> coldStart(VersionSource source) {
        Following<LoadedModel> following =
                new Following<>(STABLE, news, store.loader(source), new LastGood(folder), Optional.of("lsp14"), heard);
        return new ColdStart<>(
                following,
                new StoreReach(heard),
                () -> bundled ? Optional.of(bundled()) : Optional.empty(),
                clock::get);
    }

    private LoadOutcome.Loaded<LoadedModel> bundled() {
        try {
            WeightsVersion version = store.add("bundled");
            return new LoadOutcome.Loaded<>(
                    version.id(), version.manifestSha256(), store.load(version), FakeVersions.STANDARD, Duration.ZERO);
        } catch (BadWeightsException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remember(WeightsVersion version) throws Exception {
        new LastGood(folder)
                .remember(
                        STABLE,
                        new LastGood.Memory(
                                version.id(),
                                version.manifestSha256(),
                                version.skeleton().name()));
    }
}
