package pose.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pose.athlete.MatchScene;
import pose.athlete.RenderedFrame;
import pose.athlete.SceneOptions;

/**
 * Measures what following people costs a frame: their colours sampled, matched to the tracks and their keypoints smoothed, from
 * a camera's stored bytes to the next ones. All numbers of people are followed through the same frames in turns, so that
 * whatever else the machine does is shared by them.
 */
public final class TracksBenchmark {

    private static final double FPS = 25;

    private final TracksPlan plan;
    private final Consumer<String> told;
    private final Waiting waiting;

    /**
     * @param told hears what it is doing
     * @param stop asked at every frame whether to end early
     */
    public TracksBenchmark(TracksPlan plan, Consumer<String> told, BooleanSupplier stop) {
        this.plan = plan;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /**
     * Follows everyone through the match.
     *
     * @throws pose.app.UserMistake where it was told to stop
     */
    public TracksReport run() {
        SceneOptions usual = MatchScene.DEFAULT;
        MatchScene match = new MatchScene(new SceneOptions(
                TracksPlan.MATCH, FPS, usual.width(), usual.height(), plan.frames() / FPS, usual.seed()));
        List<FollowedCrowd> crowds = new ArrayList<>();
        plan.people().forEach(people -> crowds.add(new FollowedCrowd(people)));
        told.accept("rendering " + plan.frames() + " frames, each to be followed");
        for (int frame = 0; frame < plan.frames(); frame++) {
            waiting.check();
            if (frame == plan.frames() / 2) {
                crowds.forEach(FollowedCrowd::count);
            }
            RenderedFrame rendered = match.render(frame);
            long captureTimeUs = Math.round(frame * 1e6 / FPS);
            for (FollowedCrowd crowd : crowds) {
                crowd.see(frame, captureTimeUs, rendered);
            }
        }
        return new TracksReport(
                plan, crowds.stream().map(FollowedCrowd::figures).toList());
    }
}
