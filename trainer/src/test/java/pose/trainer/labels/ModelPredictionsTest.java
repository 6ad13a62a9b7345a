package pose.trainer.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pose.cpm.Picture;
import pose.cpm.Subject;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

class ModelPredictionsTest {

    @Test
    void shouldTurnPictureBoxAndKeypointsAlike() {
        Picture picture = Picture.of(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
        HalfTurn turn = new HalfTurn(picture);

        Subject turned = turn.of(new Subject(picture, new Box(0, 0, 1, 1)));

        assertThat(turned.picture().bgr()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(turned.box()).isEqualTo(new Box(1, 0, 1, 1));
        assertThat(turn.of(new Keypoint(0, 0, 0.5))).isEqualTo(new Keypoint(1, 0, 0.5));
    }

    @Test
    void shouldTakeTheLookThatConfirmsMoreOfTheLabels() throws Exception {
        CheckedPeople people =
                new CheckedPeople(Athletes.SKELETON, Athletes.clean().people().subList(0, 18));
        List<Subject> seen = new ArrayList<>();

        Predictions found = ModelPredictions.of(
                Athletes.inGrey(people), people.people(), batch -> knowingOnlyTurned(people, seen, batch), done -> {});

        // Batches of 16 and of 2, each twice.
        assertThat(seen).hasSize(36);
        for (CheckedPerson person : people.people()) {
            for (int p = 0; p < 14; p++) {
                Keypoint keypoint = found.of(person).get(p).orElseThrow();
                assertThat(keypoint.point().distanceTo(person.parts().get(p).orElseThrow()))
                        .isLessThan(1e-9);
            }
        }
    }

    /** A model that is right of turned pictures, which come after the upright ones, and points at a corner of others. */
    private static List<Pose> knowingOnlyTurned(CheckedPeople people, List<Subject> seen, List<Subject> batch) {
        int first = seen.size() < 32 ? 0 : 16;
        boolean isTurned = seen.size() == 16 || seen.size() == 34;
        seen.addAll(batch);
        return IntStream.range(0, batch.size())
                .mapToObj(i -> {
                    HalfTurn turn = new HalfTurn(batch.get(i).picture());
                    List<Keypoint> keypoints = people.people().get(first + i).parts().stream()
                            .map(Optional::orElseThrow)
                            .map(p -> new Keypoint(p.x(), p.y(), 1))
                            .map(k -> isTurned ? turn.of(k) : new Keypoint(-500, -500, 1))
                            .toList();
                    return new Pose(batch.get(i).box(), 1, keypoints);
                })
                .toList();
    }
}
