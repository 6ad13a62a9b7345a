package pose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.Sha256;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

class VersionCacheTest {

    private static final VersionId ONE = VersionId.parse("tiny/1");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> troubles = new ArrayList<>();
    private FileWeightsStore store = new FileWeightsStore(folder);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void makeStore() throws Exception {
        store = new FileWeightsStore(folder.resolve("store"));
        store.publish(Versions.of("tiny/1", "one"));
    }

    private VersionCache cache(int keep) {
        now = now.plus(Duration.ofMinutes(1));
        return new VersionCache(store, folder.resolve("cache"), keep, troubles::add, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void takeStoreAway() throws Exception {
        Files.move(folder.resolve("store"), folder.resolve("elsewhere"));
    }

    private static String sha256(String id, String weights) {
        return Sha256.of(Versions.of(id, weights).manifest());
    }

    @Test
    void shouldOpenWhatItKeepsWhileTheStoreIsAway() throws Exception {
        cache(2).open(ONE, sha256("tiny/1", "one"));
        takeStoreAway();

        WeightsVersion version = cache(2).open(ONE, sha256("tiny/1", "one"));
        WeightsVersion unknownSum = cache(2).open(ONE, "");

        assertThat(version.id()).isEqualTo(ONE);
        assertThat(unknownSum.manifestSha256()).isEqualTo(version.manifestSha256());
        assertThat(troubles).isEmpty();
    }

    @Test
    void shouldSayThatTheStoreIsAwayWhereItKeepsNothing() throws Exception {
        takeStoreAway();

        assertThatThrownBy(() -> cache(2).open(ONE, sha256("tiny/1", "one")))
                .isInstanceOf(StoreException.class)
                .extracting(e -> ((StoreException) e).kind())
                .isEqualTo(StoreException.Kind.UNREACHABLE);
    }

    @Test
    void shouldFetchADamagedVersionAgain() throws Exception {
        cache(2).open(ONE, sha256("tiny/1", "one"));
        Path kept = folder.resolve("cache/tiny/1/weights.params");
        Files.writeString(kept, "odd");

        WeightsVersion version = cache(2).open(ONE, sha256("tiny/1", "one"));

        assertThat(version.sha256()).isEqualTo(Sha256.of(new byte[] {'o', 'n', 'e'}));
        assertThat(kept).hasContent("one");
        assertThat(troubles).singleElement().asString().contains("weights.params: SHA-256 is", "fetched again");
    }

    @Test
    void shouldNotTakeOtherBytesForTheVersionThatIsMeant() throws Exception {
        cache(2).open(ONE, sha256("tiny/1", "one"));
        store.delete(ONE);
        store.publish(Versions.of("tiny/1", "two"));

        WeightsVersion version = cache(2).open(ONE, sha256("tiny/1", "two"));

        assertThat(version.sha256()).isEqualTo(Sha256.of(new byte[] {'t', 'w', 'o'}));
        assertThat(folder.resolve("cache/tiny/1/weights.params")).hasContent("two");
    }

    @Test
    void shouldNotKeepWhatWasNotMeant() throws Exception {
        WeightsVersion version = cache(2).open(ONE, "0".repeat(64));

        assertThat(version.id()).isEqualTo(ONE);
        assertThat(folder.resolve("cache/tiny/1")).doesNotExist();
    }

    @Test
    void shouldKeepTheLastUsed() throws Exception {
        store.publish(Versions.of("tiny/2", "two"));
        store.publish(Versions.of("tiny/3", "three"));
        cache(2).open(ONE, sha256("tiny/1", "one"));
        cache(2).open(VersionId.parse("tiny/2"), sha256("tiny/2", "two"));
        cache(2).open(ONE, sha256("tiny/1", "one"));

        cache(2).open(VersionId.parse("tiny/3"), sha256("tiny/3", "three"));

        try (WeightsStore kept = WeightsStore.at(folder.resolve("cache").toString())) {
            assertThat(kept.versions()).extracting(VersionId::version).containsExactly("1", "3");
        }
    }

    @Test
    void shouldServeWhereNothingCanBeKept() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");

        WeightsVersion version = cache(2).open(ONE, sha256("tiny/1", "one"));

        assertThat(version.id()).isEqualTo(ONE);
        assertThat(troubles).singleElement().asString().startsWith("not kept: ");
    }
}
