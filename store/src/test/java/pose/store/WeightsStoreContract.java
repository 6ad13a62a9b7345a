package pose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pose.cpm.BadWeightsException;
import pose.cpm.Manifest;
import pose.cpm.Sha256;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/** What every store promises, whatever it is made of. */
abstract class WeightsStoreContract {

    static final VersionId ONE = VersionId.parse("tiny/1");

    private WeightsStore store;

    /** A store with nothing in it. */
    abstract WeightsStore empty() throws Exception;

    /** The same store as another process opens it. */
    abstract WeightsStore again(PublishSteps steps);

    /** Puts other bytes in place of one of a version's files, or takes it away where there are none. */
    abstract void spoil(VersionId id, String file, byte[] bytes) throws Exception;

    WeightsStore store() {
        return store;
    }

    @BeforeEach
    void open() throws Exception {
        store = empty();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shouldOpenWhatWasPublished() throws Exception {
        VersionFiles version = Versions.of("tiny/1", "one");

        Published published = store.publish(version);

        assertThat(published).isEqualTo(Published.NEW);
        assertThat(store.has(ONE)).isTrue();
        assertThat(store.manifest(ONE).id()).isEqualTo(ONE);
        WeightsVersion opened = store.open(ONE);
        assertThat(opened.id()).isEqualTo(ONE);
        assertThat(opened.sha256()).isEqualTo(Sha256.of("one".getBytes(StandardCharsets.UTF_8)));
        assertThat(opened.manifestSha256()).isEqualTo(Sha256.of(version.manifest()));
        assertThat(store.read(ONE).files().files()).containsExactlyEntriesOf(version.files());
        assertThat(store.place(ONE)).isEqualTo(store.address() + "/tiny/1");
    }

    @Test
    void shouldListVersionsInOrder() throws Exception {
        for (String id : List.of("tiny/2", "other/9", "tiny/1")) {
            store.publish(Versions.of(id, id));
        }

        List<VersionId> versions = store.versions();

        assertThat(versions).extracting(VersionId::toString).containsExactly("other/9", "tiny/1", "tiny/2");
    }

    @Test
    void shouldHoldNothingAtFirst() throws Exception {
        assertThat(store.has(ONE)).isFalse();
        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(store.address())
                .hasMessageEndingWith("no weights version tiny/1")
                .extracting(e -> ((StoreException) e).kind())
                .isEqualTo(StoreException.Kind.NO_SUCH_VERSION);
    }

    @Test
    void shouldTakeTheSameBytesAgain() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));

        Published published = store.publish(Versions.of("tiny/1", "one"));

        assertThat(published).isEqualTo(Published.SAME);
        assertThat(store.versions()).containsExactly(ONE);
    }

    @Test
    void shouldRefuseOtherBytesUnderANameThatIsTaken() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));

        assertThatThrownBy(() -> store.publish(Versions.of("tiny/1", "two")))
                .isInstanceOf(VersionExistsException.class)
                .hasMessageContaining("weights version tiny/1 exists already, and its weights.params differs");
        assertThat(store.open(ONE).sha256()).isEqualTo(Sha256.of(new byte[] {'o', 'n', 'e'}));
    }

    @Test
    void shouldDelete() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));
        store.publish(Versions.of("tiny/2", "two"));

        store.delete(ONE);

        assertThat(store.versions()).containsExactly(VersionId.parse("tiny/2"));
        assertThat(store.has(ONE)).isFalse();
        store.delete(ONE);
        assertThat(store.publish(Versions.of("tiny/1", "another"))).isEqualTo(Published.NEW);
    }

    @Test
    void shouldRefuseAFlippedBit() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));
        spoil(ONE, "report.html", "<p>A rePort.".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(store.place(ONE) + "/report.html: SHA-256 is ");
    }

    @Test
    void shouldRefuseAFileThatIsLonger() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));
        spoil(ONE, WeightsVersion.WEIGHTS, new byte[100_000]);

        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageEndingWith(store.place(ONE) + "/weights.params: 100000 bytes; the manifest says 3");
    }

    @Test
    void shouldNameAMissingFile() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));
        spoil(ONE, WeightsVersion.WEIGHTS, new byte[0]);

        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageEndingWith(store.place(ONE) + "/weights.params: no such file");
    }

    @Test
    void shouldRefuseAManifestOfAnotherVersion() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));
        spoil(ONE, WeightsVersion.MANIFEST, Versions.of("tiny/2", "one").manifest());

        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("manifest.json: is of tiny/2");
    }

    @Test
    void shouldReadNothingOfAFileThatIsDeclaredAbsurdlyLong() throws Exception {
        store.publish(Versions.of("tiny/1", "one"));
        Manifest absurd =
                Versions.manifest(ONE, Map.of(WeightsVersion.WEIGHTS, new Manifest.FileSum("0".repeat(64), 10L << 30)));
        spoil(ONE, WeightsVersion.MANIFEST, absurd.toJson().getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> store.open(ONE))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("weights.params is 10737418240 bytes; allowed: 0 to 1073741824");
    }

    @RepeatedTest(2)
    void shouldLetOnePublisherOfManyMakeAVersion() throws Exception {
        int publishers = 20;
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int p = 0; p < publishers; p++) {
            VersionFiles version = Versions.of("tiny/1", "weights of publisher " + p);
            tasks.add(() -> {
                try (WeightsStore own = again(PublishSteps.UNSEEN)) {
                    return own.publish(version) == Published.NEW;
                } catch (VersionExistsException e) {
                    return false;
                }
            });
        }

        int made = 0;
        for (Future<Boolean> task : threads.invokeAll(tasks)) {
            made += task.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(made).isEqualTo(1);
        assertThat(store.open(ONE).id()).isEqualTo(ONE);
    }

    @Test
    void shouldLeaveNothingThatReadsAsAVersionWhereverAPublisherIsKilled() throws Exception {
        int steps = 0;
        boolean killed = true;
        while (killed) {
            KilledAfter kill = new KilledAfter(++steps);
            try (WeightsStore own = again(kill)) {
                own.publish(Versions.of("tiny/1", "publisher " + steps));
                killed = false;
            } catch (KilledAfter.Kill e) {
                boolean whole = store.has(ONE);
                assertThat(store.versions()).isEqualTo(whole ? List.of(ONE) : List.of());
                if (whole) {
                    store.open(ONE);
                    store.delete(ONE);
                }
            }
        }

        assertThat(steps).as("steps of a publisher").isGreaterThan(3);
        assertThatThrownBy(() -> again(new KilledAfter(2)).publish(Versions.of("tiny/2", "a leftover")))
                .isInstanceOf(KilledAfter.Kill.class);
        assertThat(store.publish(Versions.of("tiny/1", "publisher " + steps))).isEqualTo(Published.SAME);
        assertThat(store.open(ONE).id()).isEqualTo(ONE);
        assertThat(store.sweepLeftovers(Duration.ofHours(1))).isZero();
        assertThat(store.sweepLeftovers(Duration.ZERO)).isPositive();
        assertThat(store.sweepLeftovers(Duration.ZERO)).isZero();
        assertThat(store.open(ONE).id()).isEqualTo(ONE);
    }
}
