package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.BeliefMapCodec;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Size;
import pose.skeleton.Point;

class SchemeTest {

    private static Experiment experiment(String more) {
        return Experiment.parse("""
                preset: tiny
                stages: 3
                data: { training: ['synthetic:8'], validation: 'synthetic:8' }
                phases: [{ epochs: 8, inputSize: 32 }]
                architecture: { features: conv3x4/2 conv3x6/2, head: conv1x6, laterFeatures: conv1x4, laterHead: conv3x6 }
                engine: mxnet
                """ + more);
    }

    /** Noise to learn from: what is learnt does not matter here, where it arrives does. */
    private static Batch noise(Architecture architecture) {
        Random random = new Random(7);
        int size = architecture.inputSize();
        float[] pictures = floats(2 * 3 * size * size, random);
        IdealMaps maps = new IdealMaps(BeliefMapCodec.of(architecture), 2, architecture.maps());
        for (int i = 0; i < 2; i++) {
            List<Optional<Point>> parts = new ArrayList<>();
            for (int p = 0; p < architecture.parts(); p++) {
                parts.add(Optional.of(new Point(random.nextInt(size), random.nextInt(size))));
            }
            maps.draw(i, parts, List.of(), 1);
        }
        return new Batch(2, Size.square(size), pictures, maps, maps);
    }

    private static float[] floats(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static Map<String, float[]> weights(NetworkTrainer trainer) {
        Map<String, float[]> weights = new TreeMap<>();
        for (var entry : trainer.network().getParameters()) {
            weights.put(
                    ConvolutionalPoseMachine.readable(entry.getKey()),
                    entry.getValue().getArray().toFloatArray());
        }
        return weights;
    }

    /** The parts of the network, e.g. {@code stage2}, of which a lesson's steps changed any value at all. */
    private static List<String> changed(NetworkTrainer trainer, Lesson lesson) {
        Map<String, float[]> before = weights(trainer);
        trainer.teach(lesson, true);
        for (int step = 1; step <= 3; step++) {
            trainer.step(noise(trainer.network().architecture()), step, 0.01f, GradientObserver.NONE);
        }
        Map<String, float[]> after = weights(trainer);
        return before.keySet().stream()
                .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, float[]> gradients(NetworkTrainer trainer, Lesson lesson) {
        Map<String, float[]> seen = new TreeMap<>();
        trainer.teach(lesson, true);
        trainer.step(noise(trainer.network().architecture()), 1, 0.01f, seen::putAll);
        return seen;
    }

    @Test
    void shouldTeachOneStageAfterTheOtherAndLeaveEveryBitOfTheOthersAlone() throws Exception {
        Experiment experiment = experiment("scheme: stagewise-then-joint\n");
        List<List<String>> changes = new ArrayList<>();

        try (NetworkTrainer trainer = NetworkTrainer.begin(experiment)) {
            experiment.course().lessons().forEach(lesson -> changes.add(changed(trainer, lesson)));
        }

        assertThat(changes)
                .containsExactly(
                        List.of("features", "stage1"),
                        List.of("laterFeatures", "stage2"),
                        List.of("stage3"),
                        List.of("features", "laterFeatures", "stage1", "stage2", "stage3"));
    }

    @Test
    void shouldHaveGradientsOnlyOfWhatLearns() throws Exception {
        Experiment experiment = experiment("scheme: stagewise\n");

        try (NetworkTrainer trainer = NetworkTrainer.begin(experiment)) {
            Map<String, float[]> gradients =
                    gradients(trainer, experiment.course().at(4));

            assertThat(gradients.keySet()).allMatch(name -> name.matches("(laterFeatures|stage2)\\..*"));
            assertThat(gradients).containsKeys("stage2.00.conv.weight", "stage2.00.norm.gamma", "stage2.out.conv.bias");
            assertThat(gradients.get("stage2.out.conv.bias")).doesNotContain(0);
        }
    }

    @Test
    void shouldLearnNothingFromTheLossOfAnEarlierStageWithoutIntermediateSupervision() throws Exception {
        Experiment joint = experiment("");
        Experiment lastAlone = experiment("scheme: joint-without-intermediate\n");
        try (NetworkTrainer withIt = NetworkTrainer.begin(joint);
                NetworkTrainer without = NetworkTrainer.begin(lastAlone)) {
            severStagesFromTheirPredecessors(withIt);
            severStagesFromTheirPredecessors(without);

            Map<String, float[]> with = gradients(withIt, joint.course().last());
            Map<String, float[]> alone = gradients(without, lastAlone.course().last());

            // What stage 1's head could learn now, only its own loss could teach it.
            assertThat(isZero(with.get("stage1.00.conv.weight"))).isFalse();
            assertThat(isZero(alone.get("stage1.00.conv.weight"))).isTrue();
            assertThat(isZero(alone.get("stage1.out.conv.bias"))).isTrue();
            assertThat(isZero(alone.get("stage3.out.conv.bias"))).isFalse();
        }
    }

    private static boolean isZero(float @Nullable [] values) {
        assertThat(values).isNotNull().isNotEmpty();
        Objects.requireNonNull(values);
        return Arrays.equals(values, new float[values.length]);
    }

    /** No later stage looks at the maps before it: channels 4 to 18 behind 4 of x'. */
    private static void severStagesFromTheirPredecessors(NetworkTrainer trainer) {
        for (String stage : List.of("04stage2", "05stage3")) {
            Parameter kernel = trainer.network().getParameters().get(stage + "_0100_01conv_weight");
            kernel.getArray().muli(0);
        }
    }

    @Test
    void shouldKeepOneCopyOfTheLaterStagesImageFeatures() throws Exception {
        try (NetworkTrainer trainer = NetworkTrainer.begin(experiment(""))) {
            List<String> names = new ArrayList<>(weights(trainer).keySet());

            assertThat(names)
                    .filteredOn(name -> name.matches("laterFeatures.*conv\\.weight"))
                    .hasSize(1);
            assertThat(names.stream()
                            .map(name -> name.substring(0, name.indexOf('.')))
                            .distinct())
                    .containsExactlyInAnyOrder("features", "stage1", "laterFeatures", "stage2", "stage3");
        }
    }

    @Test
    void shouldTellTheLossesOfStagesThatRan() throws Exception {
        Experiment experiment = experiment("scheme: stagewise\n");

        try (NetworkTrainer trainer = NetworkTrainer.begin(experiment)) {
            trainer.teach(experiment.course().at(0), true);
            StepResult first = trainer.step(noise(experiment.architecture()), 1, 0.01f, GradientObserver.NONE);
            trainer.teach(experiment.course().last(), true);
            StepResult last = trainer.step(noise(experiment.architecture()), 1, 0.01f, GradientObserver.NONE);

            assertThat(first.losses()).hasSize(1);
            assertThat(last.losses()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joint | [] | 1-3 of 8",
                "stagewise | [] | 1-1 of 3, 2-2 of 3, 3-3 of 2",
                "stagewise | [2, 5, 1] | 1-1 of 2, 2-2 of 5, 3-3 of 1",
                "stagewise-then-joint | [] | 1-1 of 2, 2-2 of 2, 3-3 of 2, 1-3 of 2",
                "joint-without-intermediate | [8] | 1-3 of 8",
            })
    void shouldDivideTheEpochs(String scheme, String epochs, String expected) {
        Course course = experiment("scheme: " + scheme + "\nlessonEpochs: " + epochs + "\n")
                .course();

        List<String> lessons = course.lessons().stream()
                .map(lesson -> lesson.from() + "-" + lesson.to() + " of " + lesson.epochs())
                .toList();

        assertThat(String.join(", ", lessons)).isEqualTo(expected);
        assertThat(course.at(7)).isEqualTo(course.last());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme: backwards | scheme is backwards; allowed: joint, stagewise, stagewise-then-joint, joint-without",
                "scheme: stagewise, lessonEpochs: [4, 4] | lessonEpochs is [4, 4]; allowed: 3 numbers",
                "scheme: stagewise, lessonEpochs: [4, 4, 1] | 8 in all as in phases",
                "stages: 12, scheme: stagewise | needs at least 12, one a lesson",
            })
    void shouldRefuseLessonsThatDoNotFit(String lines, String message) {
        String yaml = lines.replaceAll(", (?=[a-z])", "\n") + "\n";

        assertThatThrownBy(() -> Experiment.parse(experimentText(yaml)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static String experimentText(String yaml) {
        return "data: { training: ['synthetic:8'], validation: 'synthetic:8' }\n"
                + "phases: [{ epochs: 8, inputSize: 32 }]\n" + yaml;
    }
}
