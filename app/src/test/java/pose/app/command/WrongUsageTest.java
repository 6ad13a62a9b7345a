package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Wrong usage is told in one line that names the option, the value and what is allowed, with exit code 2. */
class WrongUsageTest {

    @Test
    void shouldSuggestTheCommandThatWasMeant() {
        assertWrongUsage(CommandLineRun.of("demmo"), "demmo", "did you mean demo?");
    }

    @Test
    void shouldAskForACommand() {
        assertWrongUsage(CommandLineRun.of(), "a command is missing");
    }

    @Test
    void shouldAskForATopicsCommand() {
        assertWrongUsage(CommandLineRun.of("topics"), "a command is missing: create");
    }

    @Test
    void shouldAskForAWeightsCommand() {
        assertWrongUsage(CommandLineRun.of("weights"), "a command is missing", "diff");
    }

    @Test
    void shouldAskForTheFileOfAnExport() {
        assertWrongUsage(CommandLineRun.of("weights", "export"), "--onnx");
    }

    @Test
    void shouldRefuseAnUnknownOption() {
        assertWrongUsage(CommandLineRun.of("demo", "--frobnicate"), "--frobnicate");
    }

    @Test
    void shouldAskForTheCameraOfAnIngest() {
        assertWrongUsage(CommandLineRun.of("ingest", "--source", "synthetic:athlete"), "--camera");
    }

    @Test
    void shouldRefuseAPasswordThatEveryoneSees() {
        CommandLineRun run =
                CommandLineRun.of("ingest", "--camera", "c", "--source", "rtsp://me:open-sesame@192.0.2.1/x");

        assertWrongUsage(run, "--source", "${env:NAME} or ${file:PATH}");
        assertThat(run.err()).doesNotContain("open-sesame");
        CommandLineRun astray = CommandLineRun.of("ingest", "--camera", "c", "rtsp://me:open-sesame@192.0.2.1/x");
        assertWrongUsage(astray, "192.0.2.1");
        assertThat(astray.err()).doesNotContain("open-sesame");
        assertWrongUsage(
                CommandLineRun.of("demo", "--source", "rtsp://me:open-sesame@192.0.2.1/x"), "--source", "${env:");
    }

    @Test
    void shouldRefuseOptionsOfOneCameraBesideAFileOfMany() {
        assertWrongUsage(CommandLineRun.of("ingest", "--config", "c.yaml", "--camera", "c"), "--camera", "--config");
        assertWrongUsage(CommandLineRun.of("ingest", "--config", "c.yaml", "--fps", "3"), "--fps", "--config");
        assertWrongUsage(CommandLineRun.of("ingest", "--config", "c.yaml", "--timeout", "3"), "--timeout", "--config");
        assertWrongUsage(
                CommandLineRun.of("ingest", "--config", "c.yaml", "--only-players"), "--only-players", "--config");
    }

    @Test
    void shouldRefuseARegionThatIsNone() {
        String[] clip = {"ingest", "--camera", "c", "--source", "clip.mp4"};
        assertWrongUsage(with(clip, "--region", "0,0 1,0"), "--region has 2 corners", "3 to 64");
        assertWrongUsage(with(clip, "--region", "0,0 1,0 1;1"), "--region has a corner '1;1'", "X,Y");
        assertWrongUsage(with(clip, "--region", "0,0 1,0 1,low"), "--region has a corner '1,low'", "X,Y");
        assertWrongUsage(with(clip, "--region", "0,0 640,0 1,1"), "--region has a corner whose x is 640.0", "0 to 1");
        assertWrongUsage(with(clip, "--min-height", "40"), "--min-height is 40.0", "0 to 1");
    }

    @Test
    void shouldRefuseALiveCamerasSettingsOutOfRange() {
        String[] camera = {"ingest", "--camera", "c", "--source", "udp://127.0.0.1:1"};
        assertWrongUsage(with(camera, "--timeout", "61"), "--timeout is 61.0 seconds", "0.1 to 60");
        assertWrongUsage(with(camera, "--buffer", "0"), "--buffer is 0 MiB", "1 to 512");
        assertWrongUsage(with(camera, "--transport", "pigeon"), "--transport", "pigeon");
        assertWrongUsage(with(camera, "--hardware", "/dev"), "--hardware is '/dev'");
    }

    @Test
    void shouldRefuseAnApiThatEveryoneReachesWithoutAToken() {
        String[] config = {"ingest", "--config", "c.yaml"};
        assertWrongUsage(with(config, "--api-port", "0", "--api-host", "0.0.0.0"), "--api-host", "--api-token-file");
        assertWrongUsage(with(config, "--api-host", "localhost"), "--api-host", "without --api-port");
        assertWrongUsage(with(config, "--metrics-host", "localhost"), "--metrics-host", "without --metrics-port");
        assertWrongUsage(
                CommandLineRun.of("ingest", "--camera", "c", "--source", "udp://127.0.0.1:1", "--api-port", "0"),
                "--api-port",
                "--config");
        assertWrongUsage(
                CommandLineRun.of("ingest", "--camera", "c", "--source", "synthetic:athlete", "--metrics-port", "0"),
                "--metrics-port",
                "a recording");
    }

    private static CommandLineRun with(String[] line, String... more) {
        return CommandLineRun.of(Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void shouldRefuseFramesPerSecondOutOfRange() {
        assertWrongUsage(CommandLineRun.of("demo", "--fps", "0"), "--fps", "0.01 to 240");
    }

    @Test
    void shouldRefuseFramesPerSecondThatAreNoNumber() {
        assertWrongUsage(CommandLineRun.of("demo", "--fps", "fast"), "--fps", "fast");
    }

    @Test
    void shouldRefuseAWidthOutOfRange() {
        assertWrongUsage(CommandLineRun.of("demo", "--width", "9000"), "--width", "9000", "16 to 8192");
    }

    @Test
    void shouldRefuseAQualityOutOfRange() {
        assertWrongUsage(CommandLineRun.of("demo", "--quality", "101"), "--quality", "101", "1 to 100");
    }

    @Test
    void shouldRefuseAnUnknownEngine() {
        assertWrongUsage(
                CommandLineRun.of("stream", "--engine", "steam"),
                "--engine",
                "steam",
                "auto, onnxruntime, mxnet, pytorch");
    }

    @Test
    void shouldRefuseThreadsOutOfRange() {
        assertWrongUsage(CommandLineRun.of("stream", "--threads", "0"), "--threads", "0", "1 to 64");
        assertWrongUsage(CommandLineRun.of("stream", "--track-ttl", "0"), "--track-ttl is 0", "1 to 60000 ms");
        assertWrongUsage(CommandLineRun.of("stream", "--track-ttl", "9", "--no-tracks"), "--track-ttl", "--no-tracks");
    }

    @Test
    void shouldRefuseABatchOutOfRange() {
        assertWrongUsage(CommandLineRun.of("stream", "--max-batch", "1025"), "--max-batch", "1025", "1 to 1024");
    }

    @Test
    void shouldMeasureNoMorePeopleThanPlay() {
        assertWrongUsage(CommandLineRun.of("bench", "people", "--people", "1,23"), "--people", "23", "0 to 22");
        assertWrongUsage(CommandLineRun.of("bench", "tracks", "--people", "1,13"), "--people", "13", "1 to 12");
    }

    @Test
    void shouldRefuseToLookAtNobodyAndToLocateHardlyEver() {
        assertWrongUsage(CommandLineRun.of("stream", "--max-people", "0"), "--max-people", "0", "1 to 1000");
        assertWrongUsage(CommandLineRun.of("stream", "--locate-every", "101"), "--locate-every", "101", "1 to 100");
        assertWrongUsage(CommandLineRun.of("demo", "--max-people", "1001"), "--max-people", "1001", "1 to 1000");
    }

    @Test
    void shouldRefuseADelayOutOfRange() {
        assertWrongUsage(CommandLineRun.of("stream", "--max-delay", "-1"), "--max-delay", "-1", "0 to 10000");
    }

    @Test
    void shouldNameWhatAStreamCannotFollow() {
        assertWrongUsage(CommandLineRun.of("stream", "--channel", "Stable"), "--channel", "'Stable' is no channel");
        assertWrongUsage(CommandLineRun.of("stream", "--model", "a/b"), "--model", "a/b");
        assertWrongUsage(
                CommandLineRun.of("stream", "--channel", "candidate"), "--channel", "lite/candidate", "two channels");
        assertWrongUsage(CommandLineRun.of("stream", "--max-slowdown", "1"), "--max-slowdown is 1.0", "above 1");
        assertWrongUsage(
                CommandLineRun.of("stream", "--weights", "lite/1", "--channel", "beta"), "--channel", "lite/1");
        assertWrongUsage(
                CommandLineRun.of("demo", "--locator", "stable"), "--locator stable", "only 'pose stream' follows");
        assertWrongUsage(
                CommandLineRun.of("stream", "--weights", "lite/1", "--locator", "stable", "--model", "x"),
                "--model is of no use");
        assertWrongUsage(
                CommandLineRun.of("stream", "--weights", "a/1", "--locator", "stable", "--max-slowdown", "0"),
                "--max-slowdown is 0");
    }

    @Test
    void shouldRefuseAnInstanceNameWithBlanks() {
        assertWrongUsage(CommandLineRun.of("stream", "--instance", "my worker"), "--instance", "my worker");
        assertWrongUsage(CommandLineRun.of("stream", "--application-id", "a b"), "--application-id", "a b");
        assertWrongUsage(CommandLineRun.of("stream", "--max-age", "0"), "--max-age is 0", "at least 1");
        assertWrongUsage(CommandLineRun.of("stream", "--max-queue", "0"), "--max-queue is 0", "1 to 65536");
        assertWrongUsage(CommandLineRun.of("stream", "--device", "tpu"), "--device", "'tpu' is unknown");
        assertWrongUsage(CommandLineRun.of("stream", "--prepare-threads", "0"), "--prepare-threads", "1 to 256");
    }

    @Test
    void shouldRefuseAMetricsPortOutOfRange() {
        assertWrongUsage(CommandLineRun.of("stream", "--metrics-port", "65536"), "--metrics-port", "0 to 65535");
    }

    @Test
    void shouldRefuseAMetricsHostWithoutAPort() {
        assertWrongUsage(
                CommandLineRun.of("stream", "--metrics-host", "0.0.0.0"), "--metrics-host", "without --metrics-port");
    }

    @Test
    void shouldRefuseAReadyWithinOutOfRange() {
        assertWrongUsage(
                CommandLineRun.of("stream", "--metrics-port", "0", "--ready-within", "0"),
                "--ready-within",
                "1 to 3600000");
    }

    @Test
    void shouldRefuseAnUnknownLogFormat() {
        assertWrongUsage(CommandLineRun.of("stream", "--log-format", "xml"), "--log-format", "xml", "TEXT, JSON");
    }

    @Test
    void shouldAskForTheExperimentToTrain() {
        assertWrongUsage(CommandLineRun.of("train"), "EXPERIMENT.yaml");
    }

    @Test
    void shouldRefuseAnUnknownKindOfDataSet() {
        assertWrongUsage(CommandLineRun.of("evaluate", "--dataset", "worms:x"), "--dataset", "worms:x", "lspet:DIR");
    }

    @Test
    void shouldRefusePartitionsOutOfRange() {
        assertWrongUsage(
                CommandLineRun.of("topics", "create", "--partitions", "0"), "--partitions", "'0'", "1 to 1000");
    }

    @Test
    void shouldRefuseToWatchTwoThingsAtOnce() {
        assertWrongUsage(CommandLineRun.of("watch", "--tracks", "--gaps"), "--tracks", "--gaps");
    }

    @Test
    void shouldRefuseAPortOutOfRange() {
        assertWrongUsage(CommandLineRun.of("broker", "--port", "65536"), "--port", "65536", "0 to 65535");
    }

    @Test
    void shouldRefuseAWaitOutOfRange() {
        assertWrongUsage(CommandLineRun.of("watch", "--wait", "0"), "--wait", "'0'", "1 to 3600");
    }

    @Test
    void shouldRefuseOneFileForEventsAndVideo() {
        assertWrongUsage(
                CommandLineRun.of("demo", "--out", "a.mp4", "--video", "./a.mp4"), "--out", "--video", "a.mp4");
    }

    @Test
    void shouldAskWhatToReplay() {
        assertWrongUsage(CommandLineRun.of("replay"), "nothing to replay", "--camera ID=FILE", "--cameras");
    }

    @Test
    void shouldRefuseRecordingsWithoutACameraOrTwiceForOne() {
        assertWrongUsage(CommandLineRun.of("replay", "--camera", "clip.mp4"), "'clip.mp4'", "ID=FILE");
        assertWrongUsage(CommandLineRun.of("replay", "--camera", "a b=clip.mp4"), "'a b=clip.mp4'", "ID=FILE");
        assertWrongUsage(CommandLineRun.of("replay", "--camera", "rtsp://me:secret@host/1"), "'rtsp://…'", "ID=FILE");
        assertWrongUsage(CommandLineRun.of("replay", "--camera", "a=1.mp4", "--camera", "a=2.mp4"), "a=…", "twice");
    }

    @Test
    void shouldRefuseASliceOfFilesOrOfNothing() {
        assertWrongUsage(
                CommandLineRun.of("replay", "--camera", "a=1.mp4", "--from", "0:1"), "--camera ID=FILE", "--from");
        assertWrongUsage(CommandLineRun.of("replay", "--cameras", "a", "--from", "noon"), "--from", "'noon'");
        assertWrongUsage(CommandLineRun.of("replay", "--cameras", "a,b c"), "--cameras", "'b c'");
        assertWrongUsage(CommandLineRun.of("replay", "--cameras", "a,a"), "twice", "a,a");
        assertWrongUsage(
                CommandLineRun.of(
                        "replay", "--cameras", "a", "--from", "2026-05-01T18:31:00Z", "--to", "2026-05-01T18:30:00Z"),
                "2026-05-01T18:31:00Z",
                "no time at all");
    }

    @Test
    void shouldAskWhatToRecordAndWhereTo() {
        assertWrongUsage(CommandLineRun.of("record", "--out", "a.mp4"), "--camera");
        assertWrongUsage(CommandLineRun.of("record", "--camera", "a"), "--out");
        assertWrongUsage(
                CommandLineRun.of("record", "--camera", "a", "--out", "a.mp4", "--poses", "./a.mp4"),
                "--out",
                "--poses",
                "a.mp4");
    }

    @Test
    void shouldRefuseSpeedsAndLoopsOutOfRange() {
        assertWrongUsage(
                CommandLineRun.of("replay", "--cameras", "a", "--speed", "9"), "--speed", "'9.0'", "0.25 to 8");
        assertWrongUsage(CommandLineRun.of("replay", "--cameras", "a", "--loop", "0"), "--loop", "'0'");
    }

    @Test
    void shouldRefuseTopicsThatOthersTakeForSomethingElse() {
        assertWrongUsage(CommandLineRun.of("replay", "--cameras", "a", "--weights", "x/1"), "--weights", "--to-topic");
        assertWrongUsage(
                CommandLineRun.of("replay", "--cameras", "a", "--weights", "x/1", "--to-topic", "pose.keypoints.v1"),
                "--to-topic pose.keypoints.v1",
                "topic of its own");
        assertWrongUsage(
                CommandLineRun.of("replay", "--cameras", "a", "--weights", "x/1", "--to-topic", "pose.frames.v1"),
                "--to-topic pose.frames.v1",
                "topic of its own");
        assertWrongUsage(
                CommandLineRun.of("replay", "--cameras", "a", "--to-topic", "pose.gaps.v1"),
                "--to-topic pose.gaps.v1",
                "pose.frames.v1");
        assertWrongUsage(
                CommandLineRun.of("replay", "--cameras", "a", "--to-topic", "a topic"),
                "--to-topic",
                "'a topic'",
                "249");
    }

    @Test
    void shouldAskForAnExperiment() {
        assertWrongUsage(
                CommandLineRun.of("experiment"), "a command is missing: schemes, stages, receptive-field, gradients");
    }

    @Test
    void shouldRefuseAnExperimentOfNoEpochs() {
        assertWrongUsage(
                CommandLineRun.of("experiment", "stages", "--dataset", "synthetic:8", "--epochs", "0"),
                "--epochs",
                "'0'",
                "1 to 1000");
    }

    @Test
    void shouldRefuseSeedsThatAreNoNumbers() {
        assertWrongUsage(
                CommandLineRun.of("experiment", "stages", "--dataset", "synthetic:8", "--seeds", "1,x"),
                "--seeds",
                "'x'");
    }

    @Test
    void shouldRefuseABatchNormThatIsNeitherOnNorOff() {
        assertWrongUsage(
                CommandLineRun.of("experiment", "gradients", "--dataset", "synthetic:8", "--batch-norm", "maybe"),
                "--batch-norm",
                "'maybe'",
                "ON, OFF");
    }

    private static void assertWrongUsage(CommandLineRun run, String... named) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().startsWith("pose").contains(named);
    }
}
