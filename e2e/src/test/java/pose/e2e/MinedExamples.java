package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.cpm.BundledWeights;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.e2e.process.Patience;
import pose.schema.Frame;
import pose.schema.PartPosition;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.Truth;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.trainer.csv.CsvRow;
import pose.trainer.csv.CsvTable;

/**
 * {@code pose mine} takes frames that are wrong more often than others, no two of them close in time, the same ones every time;
 * what it writes can be trained on, judged, and sent through an annotation tool and back.
 */
class MinedExamples {

    private static final int CAMERAS = 30;
    private static final int FRAMES = 6;
    private static final int MOST = 18;
    private static final long APART_US = 500_000;
    private static final Duration LONGEST = Patience.LONGEST;

    private static EmbeddedBroker broker;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void lookAtAthletes() throws Exception {
        broker = EmbeddedBroker.temporary();
        Clients.createTopics(broker.bootstrap(), 2);
        for (int camera = 0; camera < CAMERAS; camera++) {
            String source = "synthetic:athlete?seconds=2&fps=3&width=320&height=240&seed=" + (60 + camera);
            PoseRun run = pose("ingest", "--camera", "cam-" + camera, "--source", source);
            assertThat(run.exitCode()).as(run.reason()).isZero();
        }
        try (LiveModel model = LiveModel.load(BundledWeights.open(), PersonLocator.WHOLE_IMAGE, EngineName.AUTO);
                PoseStream stream = new PoseStream(
                        StreamConfig.of(broker.bootstrap()).withStateDir(folder.resolve("state")), model)) {
            stream.start();
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> TopicRecords.of(broker.bootstrap(), Topics.KEYPOINTS)
                                    .size()
                            == CAMERAS * FRAMES);
        }
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    private static PoseRun pose(String command, String... args) {
        List<String> line = new ArrayList<>(List.of(command, "--bootstrap", broker.bootstrap()));
        line.addAll(List.of(args));
        return PoseRun.of(line.toArray(new String[0]));
    }

    private static Path mine(String name, String... args) {
        Path out = folder.resolve(name);
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--out", out.toString()));
        if (!line.contains("--most")) {
            line.addAll(List.of("--most", "" + MOST));
        }
        if (!line.contains("--apart")) {
            line.addAll(List.of("--apart", "" + APART_US / 1e6));
        }
        PoseRun run = pose("mine", line.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.reason()).isZero();
        return out;
    }

    private static List<CsvRow> mined(Path out) throws Exception {
        return CsvTable.read(out.resolve("mined.csv"), List.of("picture", "camera", "sequence", "capture_time_us"));
    }

    @Test
    void shouldMineFramesThatAreWrongMoreOftenThanOthers() throws Exception {
        // given
        Map<String, Double> wrong = new HashMap<>();
        for (ConsumerRecord<String, PoseFrame> record : TopicRecords.of(broker.bootstrap(), Topics.KEYPOINTS)) {
            Truth truth = Topics.TRUTH_SERDE
                    .deserializer()
                    .deserialize(
                            "", record.headers().lastHeader(Topics.TRUTH_HEADER).value());
            wrong.put(
                    record.value().getCamera() + "/" + record.value().getSequence(), shareWrong(record.value(), truth));
        }
        double usual = wrong.values().stream().mapToDouble(d -> d).average().orElseThrow();

        // when
        Path out = mine("hard");

        // then
        double hard = mined(out).stream()
                .mapToDouble(row -> wrong.getOrDefault(row.value("camera") + "/" + row.value("sequence"), 0.0))
                .average()
                .orElseThrow();
        assertThat(hard)
                .as("wrong parts of mined frames, of all frames: %f", usual)
                .isGreaterThan(1.2 * usual);
    }

    /** PCK@0.2's share of parts that are not found. */
    private static double shareWrong(PoseFrame event, Truth truth) {
        List<Point> where = truth.getPeople().get(0).getKeypoints().stream()
                .map(at -> new Point(at.getX(), at.getY()))
                .toList();
        double torso = where.get(Skeleton.LSP14.torso().from())
                .distanceTo(where.get(Skeleton.LSP14.torso().to()));
        List<PartPosition> found = event.getPeople().get(0).getKeypoints();
        int wrong = 0;
        for (int p = 0; p < where.size(); p++) {
            Point at = new Point(found.get(p).getX(), found.get(p).getY());
            wrong += at.distanceTo(where.get(p)) > 0.2 * torso ? 1 : 0;
        }
        return (double) wrong / where.size();
    }

    @Test
    void shouldMineTheSameFramesEveryTimeNoTwoOfThemCloseInTime() throws Exception {
        Path one = mine("one", "--format", "coco,cvat");
        Path other = mine("other", "--format", "cvat,coco,csv");

        assertThat(files(one)).isEqualTo(files(other));
        assertThat(files(one).keySet())
                .contains("labels.csv", "mined.csv", "annotations.xml", "person_keypoints_pictures.json")
                .hasSize(MOST + 4);
        Map<String, TreeSet<Long>> times = new HashMap<>();
        for (CsvRow row : mined(one)) {
            assertThat(row.value("picture"))
                    .isEqualTo(row.value("camera") + "-" + row.value("epoch") + "-" + row.value("sequence") + ".jpg");
            times.computeIfAbsent(row.value("camera"), camera -> new TreeSet<>())
                    .add(Long.parseLong(row.value("capture_time_us")));
        }
        times.values()
                .forEach(of -> of.forEach(time -> assertThat(Optional.ofNullable(of.higher(time)))
                        .satisfiesAnyOf(
                                next -> assertThat(next).isEmpty(),
                                next -> assertThat(next.orElseThrow() - time).isGreaterThanOrEqualTo(APART_US))));
    }

    private static Map<String, Integer> files(Path out) throws IOException {
        Map<String, Integer> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void shouldAddOnlyWhatIsNotThereYet() throws Exception {
        Path out = mine("grown", "--most", "4");
        Map<String, Integer> before = files(out);

        Path same = mine("grown", "--most", "4", "--add");

        List<CsvRow> rows = mined(same);
        assertThat(rows).hasSize(8);
        assertThat(new HashSet<>(rows.stream().map(row -> row.value("picture")).toList()))
                .hasSameSizeAs(rows);
        before.keySet().removeIf(name -> !name.startsWith("pictures"));
        assertThat(files(same)).as("pictures stay as they are").containsAllEntriesOf(before);
        assertThat(CsvTable.read(out.resolve("labels.csv"), List.of("id"))).hasSize(rows.size() * 14);
    }

    @Test
    void shouldTrainOnAndJudgeWhatWasMinedAndWhatCameBackFromAnAnnotationTool() throws Exception {
        // given
        Path out = mine("lesson", "--format", "cvat");
        Path corrected = out.resolve("corrected.csv");
        PoseRun back = PoseRun.of(
                "labels",
                "import",
                out.resolve("annotations.xml").toString(),
                "--format",
                "cvat",
                "--pictures",
                out.resolve("pictures").toString(),
                "--out",
                corrected.toString());
        assertThat(back.exitCode()).as(back.reason()).isZero();
        assertThat(corrected).hasSameTextualContentAs(out.resolve("labels.csv"));
        Path experiment = Files.writeString(folder.resolve("mined.yaml"), """
                name: mined
                preset: tiny
                stages: 2
                seed: 1
                data:
                  training: ["csv:%s"]
                  validation: "csv:%s"
                phases:
                  - { epochs: 1, inputSize: 64 }
                batch: 8
                run: %s
                store: %s
                """.formatted(
                        out.resolve("labels.csv"), corrected, folder.resolve("run"), folder.resolve("store")));

        // when
        PoseRun trained = PoseRun.of("train", experiment.toString());
        PoseRun judged = PoseRun.of("evaluate", "--dataset", "csv:" + corrected);

        // then
        assertThat(trained.exitCode()).as(trained.reason()).isZero();
        assertThat(folder.resolve("store/mined")).isDirectory();
        assertThat(judged.exitCode()).as(judged.reason()).isZero();
        assertThat(judged.out().get(0)).contains("data csv corrected, people ");
    }

    @Test
    void shouldFindPicturesByTheirIdsAndCountThoseThatAreGone() throws Exception {
        // given
        String keptCamera = mined(mine("before")).get(0).value("camera");
        Topic<String, Frame> kept = Topics.FRAMES.named("frames.kept");
        Topic<String, Frame> none = Topics.FRAMES.named("frames.none");
        Clients.create(broker.bootstrap(), List.of(kept, none), 1);
        try (KafkaProducer<String, Frame> producer = new KafkaProducer<>(
                Clients.of(broker.bootstrap()),
                kept.keySerde().serializer(),
                kept.valueSerde().serializer())) {
            for (Frame frame : TopicRecords.values(broker.bootstrap(), Topics.FRAMES)) {
                if (frame.getCamera().equals(keptCamera)) {
                    producer.send(new ProducerRecord<>(
                                    kept.name(), null, frame.getCaptureTimeUs() / 1000, frame.getCamera(), frame))
                            .get();
                }
            }
        }

        // when
        Path out = folder.resolve("kept");
        PoseRun some = pose("mine", "--out", out.toString(), "--apart", "0.5", "--from-topic", kept.name());
        PoseRun nothing = pose("mine", "--out", folder.resolve("none").toString(), "--from-topic", none.name());

        // then
        assertThat(some.exitCode()).as(some.reason()).isZero();
        assertThat(mined(out))
                .isNotEmpty()
                .extracting(row -> row.value("camera"))
                .containsOnly(keptCamera);
        assertThat(some.out())
                .anySatisfy(line -> assertThat(line)
                        .matches("mined   " + mined(out).size() + ", and [1-9]\\d* whose pictures are gone"));
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.reason()).contains("frames are gone from topic frames.none; nothing was written");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void shouldGoByWhatACandidateSawInTheShadow() throws Exception {
        // given
        PoseFrame event =
                TopicRecords.values(broker.bootstrap(), Topics.KEYPOINTS).get(7);
        ShadowPose shadow = ShadowPose.newBuilder()
                .setCamera(event.getCamera())
                .setEpoch(event.getEpoch())
                .setSequence(event.getSequence())
                .setCaptureTimeUs(event.getCaptureTimeUs())
                .setServing(event.getWeights())
                .setShadow(event.getWeights())
                .setSkeleton(event.getSkeleton())
                .setPeople(event.getPeople())
                .setDistances(List.of())
                .setDistance(5)
                .setServingScore(0.8f)
                .setShadowScore(0.2f)
                .setServingUs(1)
                .setShadowUs(1)
                .build();
        try (KafkaProducer<String, ShadowPose> producer = new KafkaProducer<>(
                Clients.of(broker.bootstrap()),
                Topics.SHADOW.keySerde().serializer(),
                Topics.SHADOW.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.SHADOW.name(), null, event.getCaptureTimeUs() / 1000, event.getCamera(), shadow))
                    .get();
        }

        // when
        CsvRow first = mined(mine("disputed", "--shadow")).get(0);

        // then
        assertThat(first.value("camera") + first.value("sequence")).isEqualTo(event.getCamera() + event.getSequence());
        assertThat(first.value("reasons")).contains("shadow");
        assertThat(first.value("disagreement")).isEqualTo("5.0000");
    }

    @Test
    void shouldMineOnlyTheSliceAskedFor() throws Exception {
        // given
        List<CsvRow> all = mined(mine("all", "--apart", "0", "--most", "1000"));
        CsvRow last = all.get(0);
        String camera = last.value("camera");
        String id = camera + "/" + last.value("epoch") + "/";
        long end = Long.parseLong(last.value("sequence"));

        // when
        Path out = mine(
                "slice", "--cameras", camera, "--from", id + Math.max(0, end - 3), "--to", id + end, "--apart", "0");

        // then
        List<CsvRow> within = all.stream()
                .filter(row -> row.value("camera").equals(camera))
                .filter(row -> Long.parseLong(row.value("sequence")) <= end
                        && Long.parseLong(row.value("sequence")) >= end - 3)
                .toList();
        assertThat(mined(out))
                .extracting(row -> row.value("picture"))
                .containsExactlyElementsOf(
                        within.stream().map(row -> row.value("picture")).toList());
    }
}
