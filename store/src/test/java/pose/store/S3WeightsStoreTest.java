package pose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.FileReader;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.server.S3Server;
import software.amazon.awssdk.core.sync.RequestBody;

class S3WeightsStoreTest extends WeightsStoreContract {

    private static final S3Server SERVER = S3Server.running();

    private String bucket = "";

    @Override
    WeightsStore empty() {
        bucket = SERVER.newBucket();
        return again(PublishSteps.UNSEEN);
    }

    @Override
    WeightsStore again(PublishSteps steps) {
        return new S3WeightsStore(S3Location.parse(address("models/weights")), steps);
    }

    private String address(String prefix) {
        return "s3://" + bucket + "/" + prefix + "?region=us-east-1&endpoint=" + SERVER.endpoint();
    }

    @Override
    void spoil(VersionId id, String file, byte[] bytes) {
        String key = SERVER.keys(bucket).stream()
                .filter(k -> k.startsWith("models/weights/" + id + "/") && k.endsWith(file))
                .findFirst()
                .orElseThrow();
        if (bytes.length == 0) {
            SERVER.client().deleteObject(r -> r.bucket(bucket).key(key));
        } else {
            SERVER.client().putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        }
    }

    @Test
    void shouldWriteTheManifestUnderItsNameAndTheRestUnderTheirSums() throws Exception {
        VersionFiles version = Versions.of("tiny/1", "one");

        store().publish(version);

        String sum = store().open(ONE).sha256();
        assertThat(SERVER.keys(bucket))
                .hasSize(3)
                .contains("models/weights/tiny/1/manifest.json", "models/weights/tiny/1/" + sum + ".weights.params");
        assertThat(store().place(ONE)).isEqualTo("s3://" + bucket + "/models/weights/tiny/1");
    }

    @Test
    void shouldKeepStoresInOneBucketApart() throws Exception {
        store().publish(Versions.of("tiny/1", "one"));
        try (WeightsStore whole = WeightsStore.at(address(""));
                WeightsStore other = WeightsStore.at(address("other"))) {
            other.publish(Versions.of("tiny/2", "two"));

            assertThat(whole.versions()).isEmpty();
            assertThat(other.versions()).containsExactly(VersionId.parse("tiny/2"));
            assertThat(store().versions()).containsExactly(ONE);
        }
    }

    @Test
    void shouldTellADeletedVersionFromADamagedOne() throws Exception {
        store().publish(Versions.of("tiny/1", "one"));

        FileReader<StoreException> reader = ((S3WeightsStore) store()).reader(ONE);
        assertThatThrownBy(() -> WeightsVersion.open("here", (file, longest) -> {
                    byte[] bytes = reader.read(file, longest);
                    store().delete(ONE);
                    return bytes;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("weights version tiny/1 was deleted while it was read");
    }

    @Test
    void shouldSweepALosersFilesAndNotTheWinners() throws Exception {
        store().publish(Versions.of("tiny/1", "one"));
        SERVER.client()
                .putObject(
                        r -> r.bucket(bucket).key("models/weights/tiny/1/" + "a".repeat(64) + ".weights.params"),
                        RequestBody.fromString("a loser's"));

        int swept = store().sweepLeftovers(Duration.ZERO);

        assertThat(swept).isEqualTo(1);
        assertThat(store().open(ONE).id()).isEqualTo(ONE);
        assertThat(SERVER.keys(bucket)).hasSize(3);
    }

    @Test
    void shouldSayThatThereIsNoSuchBucket() {
        bucket = "no-such-bucket";
        try (WeightsStore store = again(PublishSteps.UNSEEN)) {
            for (Failing call : List.<Failing>of(
                    store::versions, () -> store.open(ONE), () -> store.publish(Versions.of("tiny/1", "one")))) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(StoreException.class)
                        .hasMessage("s3://no-such-bucket: no such bucket")
                        .extracting(e -> ((StoreException) e).kind())
                        .isEqualTo(StoreException.Kind.OTHER);
            }
        }
    }

    private interface Failing {
        void run() throws Exception;
    }
}
