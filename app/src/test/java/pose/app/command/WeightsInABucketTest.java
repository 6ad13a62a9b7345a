package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.cpm.BundledWeights;
import pose.store.server.S3Server;

class WeightsInABucketTest {

    private static final S3Server SERVER = S3Server.running();

    @Test
    void shouldPublishListShowAndVerify() throws Exception {
        String id = BundledWeights.open().toString();
        String bucket = SERVER.newBucket();
        String store = "s3://" + bucket + "/pose?endpoint=" + SERVER.endpoint();

        CommandLineRun publish = CommandLineRun.of("weights", "publish", "--to", store);
        CommandLineRun again = CommandLineRun.of("weights", "publish", "--to", store);
        CommandLineRun list = CommandLineRun.of("weights", "list", "--weights-store", store);
        CommandLineRun show = CommandLineRun.of("weights", "show", id, "--json", "--weights-store", store);
        CommandLineRun verify = CommandLineRun.of("weights", "verify", "--weights-store", store);

        assertThat(publish.exitCode()).isZero();
        assertThat(publish.out()).isEqualToIgnoringNewLines("s3://" + bucket + "/pose/" + id);
        assertThat(again.err()).contains("was there already, the same");
        assertThat(list.out()).contains(id);
        assertThat(show.out()).contains("\"sha256\"");
        assertThat(verify.out()).contains("whole");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void shouldSayInOneLineThatThereIsNoBucket() {
        CommandLineRun run = CommandLineRun.of(
                "weights", "list", "--weights-store", "s3://no-such-bucket?endpoint=" + SERVER.endpoint());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).containsExactly("pose weights list: s3://no-such-bucket: no such bucket");
    }
}
