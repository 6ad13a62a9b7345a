package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.DataBufferByte;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.athlete.AthleteScene;
import pose.athlete.RenderedFrame;
import pose.skeleton.Box;
import pose.skeleton.Pose;

class BundledWeightsTest {

    private static final long MOST_BYTES = 12L << 20;

    @Test
    void shouldBeAWholeVersionSmallEnoughToCarryAlong() throws Exception {
        WeightsVersion version = BundledWeights.open();

        assertThat(version.name()).isEqualTo("lite");
        assertThat(version.skeleton().name()).isEqualTo("lsp14");
        assertThat(version.manifest().architecture().batchNorm()).isFalse();
        assertThat(version.manifest().files().values())
                .allSatisfy(file -> assertThat(file.bytes()).isLessThanOrEqualTo(MOST_BYTES));
    }

    @Test
    void shouldPutAStandingAthletesHeadAboveTheirAnkles() throws Exception {
        RenderedFrame frame = AthleteScene.sample(900_000_001L, 288, 288);
        byte[] bgr = ((DataBufferByte) frame.image().getRaster().getDataBuffer()).getData();
        double trueHead = frame.people().get(0).get(13).y();
        double trueAnkle = frame.people().get(0).get(0).y();
        try (PoseEstimator estimator = PoseEstimator.load(BundledWeights.open())) {

            Pose pose = estimator
                    .estimate(List.of(new Subject(Picture.of(288, 288, bgr), new Box(0, 0, 288, 288))))
                    .get(0);

            double head = pose.keypoints().get(13).y();
            double ankle = pose.keypoints().get(0).y();
            assertThat(Math.signum(ankle - head)).isEqualTo(Math.signum(trueAnkle - trueHead));
        }
    }
}
