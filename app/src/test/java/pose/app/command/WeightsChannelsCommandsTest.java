package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.weights.WeightsBroker;
import pose.channel.Channels;
import pose.channel.GarbageCollection;
import pose.channel.Retention;
import pose.channel.Signature;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.VersionFiles;
import pose.store.WeightsStore;

/** The commands that change channels, on a real broker; each test has a model of its own. */
class WeightsChannelsCommandsTest {

    private static WeightsBroker kafka = WeightsBroker.unstarted();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        kafka = WeightsBroker.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void shouldPromoteAndRollBack() throws Exception {
        publish("forth", "1", "2");
        pose("promote", "forth/1");

        CommandLineRun promoted = pose("promote", "forth/2", "--by", "anna", "--why", "fewer lost ankles");
        CommandLineRun table = kafka("channels", "forth");
        CommandLineRun back = pose("rollback", "--model", "forth", "--why", "loses wrists");
        CommandLineRun json = kafka("channels", "forth", "--json");
        CommandLineRun events = kafka("events", "forth");

        CommandLineRun list = pose("list", "forth", "--channels");

        assertThat(promoted.out().strip()).isEqualTo("forth/stable points to forth/2; before: forth/1");
        assertThat(list.out().lines().toList().get(1)).startsWith("forth/1 ").endsWith("stable");
        assertThat(list.out().lines().toList().get(2)).startsWith("forth/2 ").doesNotContain("stable");
        assertThat(table.out().lines().toList().get(1))
                .startsWith("forth/stable")
                .contains("2", "anna")
                .endsWith("fewer lost ankles");
        assertThat(back.out().strip()).isEqualTo("forth/stable points to forth/1 again, no longer to forth/2");
        assertThat(json.out()).contains("\"version\":\"1\"", "\"kind\":\"ROLLED_BACK\"", "\"history\":[]");
        assertThat(events.out().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).contains("ACTIVATED", "forth/2 on stable", "[anna]"))
                .satisfies(lines -> assertThat(lines.get(2)).contains("ROLLED_BACK", "loses wrists"));
    }

    @Test
    void shouldSayThatThereIsNothingToGoBackTo() throws Exception {
        publish("first", "1");
        pose("promote", "first/1");

        CommandLineRun back = pose("rollback", "--model", "first");
        CommandLineRun cleared = pose("rollback", "--model", "first", "--clear");
        CommandLineRun again = pose("rollback", "--model", "first");

        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("first/stable points to first/1 and cannot go back");
        assertThat(cleared.out().strip()).isEqualTo("first/stable points to nothing");
        assertThat(again.err()).contains("first/stable points to nothing");
    }

    @Test
    void shouldChangeNothingThatIsNotAsExpected() throws Exception {
        publish("expected", "1", "2");
        pose("promote", "expected/1", "--expect", "none", "--by", "ben");

        CommandLineRun refused = pose("promote", "expected/2", "--expect", "0");
        CommandLineRun made = pose("promote", "expected/2", "--expect", "1");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("expected/stable is not what you saw: it points to expected/1 since", "promoted by ben");
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    @Test
    void shouldPromoteNothingThatIsNotThereAndWhole() throws Exception {
        publish("damaged", "1");
        Path weights = folder.resolve("store/damaged/1").resolve(WeightsVersion.WEIGHTS);
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);

        CommandLineRun damaged = pose("promote", "damaged/1");
        CommandLineRun missing = pose("promote", "damaged/2");

        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err()).contains("SHA-256");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.errLines()).hasSize(1);
        assertThat(kafka("channels", "damaged").out()).isEmpty();
    }

    @Test
    void shouldTryACandidate() throws Exception {
        publish("tried", "1");

        CommandLineRun run = pose("promote", "tried/1", "--channel", "candidate", "--shadow", "10%", "--auto-promote");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(kafka("channels", "tried").out()).contains("tried/candidate", "shadow 10.0 %, with rules");
    }

    @Test
    void shouldDeleteWhatNobodyNeeds() throws Exception {
        publish("kept", "1", "2", "3", "4", "5");
        pose("promote", "kept/1");
        pose("promote", "kept/3");
        String[] all = {"gc", "--keep", "1", "--older-than", "0s"};

        CommandLineRun planned = pose(with(all, "--dry-run"));
        boolean thereAfterPlan = Files.exists(folder.resolve("store/kept/2"));
        CommandLineRun done = pose(all);

        assertThat(planned.out().lines()).containsExactly("kept/2", "kept/4");
        assertThat(planned.err()).contains("would delete 2 of 5 versions");
        assertThat(thereAfterPlan).isTrue();
        assertThat(done.out().lines()).containsExactly("kept/2", "kept/4");
        try (WeightsStore store = store()) {
            assertThat(store.versions()).hasToString("[kept/1, kept/3, kept/5]");
            publish("kept", "2");
        }
        assertThat(pose("promote", "kept/2").err())
                .contains("kept/2 cannot be activated: it was retired by", "publish it under another version");
    }

    @Test
    void shouldFinishWhatACollectionBeganThatWasKilled() throws Exception {
        publish("begun", "1", "2", "3");
        try (Channels channels = kafka.channels()) {
            channels.retire(List.of(VersionId.parse("begun/2")), new Signature("killed", ""));
        }

        CommandLineRun done = pose("gc", "--keep", "3");

        assertThat(done.out().lines()).containsExactly("begun/2");
        assertThat(folder.resolve("store/begun/2")).doesNotExist();
    }

    @Test
    void shouldKeepWhatIsPromotedWhileItIsCollected() throws Exception {
        publish("race", "1", "2", "3");
        List<VersionId> deleted = new ArrayList<>();
        try (WeightsStore store = store();
                Channels channels = kafka.channels()) {
            GarbageCollection garbage = new GarbageCollection(channels, store, Clock.systemUTC(), problem -> {});
            List<VersionId> planned = garbage.plan(new Retention(1, Duration.ZERO));

            pose("promote", "race/1");
            garbage.collect(planned, new Signature("gc", ""), deleted::add);
        }

        assertThat(deleted).containsExactly(VersionId.parse("race/2"));
        assertThat(folder.resolve("store/race/1")).isDirectory();
    }

    @Test
    void shouldGoBackPastWhatIsGone() throws Exception {
        publish("gap", "1", "2", "3");
        pose("promote", "gap/1");
        pose("promote", "gap/2");
        pose("promote", "gap/3");
        try (WeightsStore store = store()) {
            store.delete(VersionId.parse("gap/2"));
        }

        CommandLineRun back = pose("rollback", "--model", "gap");

        assertThat(back.out()).contains("points to gap/1 again, no longer to gap/3");
        assertThat(back.err()).startsWith("passed over: ");
    }

    private CommandLineRun pose(String... args) {
        return kafka(with(args, "--weights-store", folder.resolve("store").toString()));
    }

    private static CommandLineRun kafka(String... args) {
        List<String> all = new ArrayList<>(List.of("weights"));
        all.addAll(List.of(with(args, "--bootstrap", kafka.bootstrap())));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static String[] with(String[] args, String... further) {
        String[] all = Arrays.copyOf(args, args.length + further.length);
        System.arraycopy(further, 0, all, args.length, further.length);
        return all;
    }

    private WeightsStore store() {
        return WeightsStore.at(folder.resolve("store").toString());
    }

    /** The version that comes with pose, as versions of another model, each made a second after the one before. */
    private void publish(String model, String... versions) throws Exception {
        VersionFiles bundled = VersionFiles.bundled();
        try (WeightsStore store = store()) {
            for (int i = 0; i < versions.length; i++) {
                Map<String, byte[]> files = new TreeMap<>(bundled.files());
                String manifest = new String(
                                Objects.requireNonNull(files.get(WeightsVersion.MANIFEST)), StandardCharsets.UTF_8)
                        .replaceFirst("(\"name\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + model + "\"")
                        .replaceFirst("(\"version\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + versions[i] + "\"")
                        .replaceFirst("(\"created\"\\s*:\\s*)\"[^\"]*\"", "$1\"2026-01-01T00:00:0" + i + "Z\"");
                files.put(WeightsVersion.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
                store.publish(new VersionFiles(new VersionId(model, versions[i]), files));
            }
        }
    }
}
