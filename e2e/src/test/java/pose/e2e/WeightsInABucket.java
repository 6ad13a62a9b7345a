package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.cpm.BundledWeights;
import pose.store.server.S3Server;

/** The commands about weights work on a bucket as on a folder. */
class WeightsInABucket {

    private static final S3Server SERVER = S3Server.running();

    @Test
    void shouldPublishListShowAndVerify() throws Exception {
        String id = BundledWeights.open().toString();
        String bucket = SERVER.newBucket();
        String store = "s3://" + bucket + "/pose?endpoint=" + SERVER.endpoint();

        PoseRun publish = PoseRun.of("weights", "publish", "--to", store);
        PoseRun again = PoseRun.of("weights", "publish", "--to", store);
        PoseRun list = PoseRun.of("weights", "list", "--weights-store", store);
        PoseRun show = PoseRun.of("weights", "show", id, "--json", "--weights-store", store);
        PoseRun verify = PoseRun.of("weights", "verify", "--weights-store", store);

        assertThat(publish.exitCode()).isZero();
        assertThat(publish.out()).containsExactly("s3://" + bucket + "/pose/" + id);
        assertThat(again.err()).anyMatch(line -> line.contains("was there already, the same"));
        assertThat(list.out()).anyMatch(line -> line.contains(id));
        assertThat(show.out()).anyMatch(line -> line.contains("\"sha256\""));
        assertThat(verify.out()).anyMatch(line -> line.contains("whole"));
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void shouldSayInOneLineThatThereIsNoBucket() {
        PoseRun run =
                PoseRun.of("weights", "list", "--weights-store", "s3://no-such-bucket?endpoint=" + SERVER.endpoint());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).containsExactly("pose weights list: s3://no-such-bucket: no such bucket");
    }
}
