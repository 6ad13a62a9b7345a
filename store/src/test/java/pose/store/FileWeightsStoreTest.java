package pose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

class FileWeightsStoreTest extends WeightsStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    WeightsStore empty() throws Exception {
        Files.createDirectories(place());
        return again(PublishSteps.UNSEEN);
    }

    @Override
    WeightsStore again(PublishSteps steps) {
        return new FileWeightsStore(place(), steps);
    }

    private Path place() {
        return folder.resolve("store");
    }

    @Override
    void spoil(VersionId id, String file, byte[] bytes) throws Exception {
        Path path = place().resolve(id.toString()).resolve(file);
        if (bytes.length == 0) {
            Files.delete(path);
        } else {
            Files.write(path, bytes);
        }
    }

    @Test
    void shouldLeaveNothingBesideAPublishedVersion() throws Exception {
        store().publish(Versions.of("tiny/1", "one"));

        try (Stream<Path> versions = Files.list(place().resolve("tiny"))) {
            assertThat(versions).containsExactly(place().resolve("tiny/1"));
        }
        assertThat(store().open(ONE).folder()).contains(place().resolve("tiny/1"));
    }

    @Test
    void shouldSayWhereThereIsNoStore() {
        try (WeightsStore gone = WeightsStore.at("file:" + folder.resolve("gone"))) {
            assertThatThrownBy(gone::versions)
                    .isInstanceOf(StoreException.class)
                    .hasMessage(folder.resolve("gone") + ": no such folder, so no weights store")
                    .extracting(e -> ((StoreException) e).kind())
                    .isEqualTo(StoreException.Kind.UNREACHABLE);
        }
    }

    @Test
    void shouldMakeTheStoresFolder() throws Exception {
        try (WeightsStore fresh = WeightsStore.at(folder.resolve("a/b").toString())) {
            fresh.publish(Versions.of("tiny/1", "one"));

            assertThat(fresh.versions()).containsExactly(ONE);
        }
    }

    @Test
    void shouldNotTakeAFolderWithoutManifestForAVersion() throws Exception {
        Path odd = Files.createDirectories(place().resolve("tiny/1"));
        Files.writeString(odd.resolve(WeightsVersion.WEIGHTS), "one");

        assertThat(store().versions()).isEmpty();
        assertThatThrownBy(() -> store().publish(Versions.of("tiny/1", "one")))
                .isInstanceOf(StoreException.class)
                .hasMessage(odd + " is in the way: a folder without manifest.json, so no version");
    }

    @Test
    void shouldTellADeletedVersionFromADamagedOne() throws Exception {
        store().publish(Versions.of("tiny/1", "one"));
        WeightsStore other = again(PublishSteps.UNSEEN);

        assertThatThrownBy(() -> WeightsVersion.open("here", (file, longest) -> {
                    byte[] bytes = ((FileWeightsStore) other).reader(ONE).read(file, longest);
                    other.delete(ONE);
                    return bytes;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("weights version tiny/1 was deleted while it was read");
    }

    @Test
    void shouldSayWhatIsNoStore() {
        assertThatThrownBy(() -> WeightsStore.at("ftp://host/store"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ftp://host/store' is no weights store")
                .hasMessageContaining("allowed: a folder (DIR or file:DIR) or s3:");
    }
}
