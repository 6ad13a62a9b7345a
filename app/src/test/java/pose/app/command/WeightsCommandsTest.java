package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.BundledWeights;
import pose.cpm.WeightsVersion;

class WeightsCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    private String store = "";
    private String id = "";

    @BeforeEach
    void choosePlace() throws Exception {
        store = folder.resolve("store").toString();
        id = BundledWeights.open().toString();
    }

    @Test
    void shouldPublishTheBundledVersionOnce() {
        CommandLineRun first = CommandLineRun.of("weights", "publish", "--to", store);
        CommandLineRun again = CommandLineRun.of("weights", "publish", id, "--weights-store", store, "--to", store);

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualToIgnoringNewLines(store + "/" + id);
        assertThat(first.err()).isEmpty();
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).isEqualToIgnoringNewLines(id + " was there already, the same");
    }

    @Test
    void shouldRefuseOtherBytesUnderATakenName() throws Exception {
        CommandLineRun.of("weights", "publish", "--to", store);
        Path manifest = Path.of(store, id, WeightsVersion.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("\"created\" : \"", "\"created\" : \"about "));

        CommandLineRun run = CommandLineRun.of("weights", "publish", "--to", store);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).contains("pose weights publish: " + store + ": weights version " + id, "was made about ");
    }

    @Test
    void shouldListAndShow() {
        CommandLineRun.of("weights", "publish", "--to", store);

        CommandLineRun list = CommandLineRun.of("weights", "list", "--weights-store", store);
        CommandLineRun json = CommandLineRun.of("weights", "list", "lite", "--json", "--weights-store", store);
        CommandLineRun none = CommandLineRun.of("weights", "list", "other", "--weights-store", store);
        CommandLineRun show = CommandLineRun.of("weights", "show", id, "--weights-store", store);
        CommandLineRun manifest = CommandLineRun.of("weights", "show", "--json");

        assertThat(list.out().lines()).hasSize(2);
        assertThat(list.out()).contains(id, "lite 3×192", "lsp14", "MiB");
        assertThat(json.out()).contains("\"store\" : \"" + store + "\"", "\"inputSize\" : 192");
        assertThat(none.out().lines()).hasSize(1);
        assertThat(show.out()).contains("training data", "weights.onnx", "manifest.json", "metrics pck@0.2 mean");
        assertThat(manifest.out()).startsWith("{").contains("\"sha256\"");
    }

    @Test
    void shouldVerify() throws Exception {
        CommandLineRun.of("weights", "publish", "--to", store);
        CommandLineRun whole = CommandLineRun.of("weights", "verify", "--weights-store", store);
        Files.writeString(Path.of(store, id, WeightsVersion.WEIGHTS), "broken");

        CommandLineRun broken =
                CommandLineRun.of("weights", "verify", id, "lite/9", "--json", "--weights-store", store);

        assertThat(whole.exitCode()).isZero();
        assertThat(whole.out()).contains(id + "  whole");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out())
                .contains("weights.params: 6 bytes; the manifest says", "no weights version lite/9")
                .contains("\"whole\" : false");
    }

    @Test
    void shouldSayWhatIsNoStoreAndNoVersion() {
        CommandLineRun address = CommandLineRun.of("weights", "list", "--weights-store", "ftp://host");
        CommandLineRun version = CommandLineRun.of("weights", "verify", "lite", "--weights-store", store);
        CommandLineRun missing = CommandLineRun.of("weights", "list", "--weights-store", store);
        CommandLineRun nothing = CommandLineRun.of("weights");

        assertThat(address.exitCode()).isEqualTo(2);
        assertThat(address.err()).contains("--weights-store: 'ftp://host' is no weights store");
        assertThat(version.exitCode()).isEqualTo(2);
        assertThat(version.err()).contains("'lite' is no weights version");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains(store + ": no such folder");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("list, show, publish, verify");
    }
}
