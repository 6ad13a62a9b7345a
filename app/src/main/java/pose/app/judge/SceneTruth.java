package pose.app.judge;

import java.util.List;
import java.util.Optional;
import pose.athlete.Performer;
import pose.athlete.Scene;
import pose.athlete.SceneOptions;
import pose.skeleton.Point;
import pose.trainer.judging.sequence.TruePresence;

/** The truth of a rendered scene, whose frames' sequences are its own numbers. */
final class SceneTruth {

    private final Scene scene;

    SceneTruth(Scene scene) {
        this.scene = scene;
    }

    /**
     * Who is in a frame.
     *
     * @param width of the picture that was looked at: the scene's own, or scaled from it
     * @return empty where the scene has no such frame
     */
    Optional<List<TruePresence>> at(long sequence, int width, int height) {
        if (sequence < 0 || sequence >= scene.frames()) {
            return Optional.empty();
        }
        SceneOptions options = scene.options();
        double across = (double) width / options.width();
        double down = (double) height / options.height();
        return Optional.of(scene.performers(sequence).stream()
                .map(performer -> presence(performer, across, down))
                .toList());
    }

    private static TruePresence presence(Performer performer, double across, double down) {
        // Pixel centres are whole numbers, so that the picture's edge, which scaling keeps, is at −0.5.
        List<Point> keypoints = performer.keypoints().stream()
                .map(p -> new Point((p.x() + 0.5) * across - 0.5, (p.y() + 0.5) * down - 0.5))
                .toList();
        return new TruePresence(performer.id(), keypoints, performer.inSight(), performer.visible());
    }
}
