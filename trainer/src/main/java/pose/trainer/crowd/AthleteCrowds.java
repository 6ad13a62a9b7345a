package pose.trainer.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pose.athlete.AthleteScene;
import pose.athlete.MatchScene;
import pose.athlete.Performer;
import pose.athlete.RenderedFrame;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** Rendered athletes, one to twelve in a picture, from as tall as it to small ones in pictures beside each other. */
final class AthleteCrowds implements CrowdDataSet {

    /** Where athletes to judge on begin, see {@link pose.trainer.data.SyntheticDataSet#JUDGING_SEED}. */
    static final long JUDGING_SEED = pose.trainer.data.SyntheticDataSet.JUDGING_SEED + 50_000_000;

    static final long TRAINING_SEED = 50_000_000;
    /** Share of the parts that must be in sight of somebody to be found. */
    private static final double LEAST_VISIBLE = 0.3;

    /** Seeds to a picture: it may be made of several scenes. */
    private static final int SCENES = 4;

    /** What they do. */
    enum Kind {
        /** Each for themselves, stances wilder than those of sports. */
        ATHLETES {
            @Override
            RenderedFrame render(long seed, int width, int height, Draws draws) {
                return AthleteScene.sample(seed, width, height, draws.chance(0.35) ? 1 : draws.whole(2, 9));
            }
        },
        /** A match, in which they cross in front of each other. */
        MATCHES {
            @Override
            RenderedFrame render(long seed, int width, int height, Draws draws) {
                return MatchScene.sample(seed, width, height, draws.whole(2, 12));
            }
        };

        abstract RenderedFrame render(long seed, int width, int height, Draws draws);

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final int size;
    private final long seed;

    /** @param seed of the first picture's first scene, which take 4 each */
    AthleteCrowds(Kind kind, int size, long seed) {
        this.kind = kind;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String name() {
        return size + " pictures of rendered " + kind.word();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isComposed() {
        return true;
    }

    @Override
    public Crowd crowd(int index) {
        Draws draws = Draws.of(seed, index);
        Canvas canvas = Shapes.canvas(draws);
        CrowdPainter painter = new CrowdPainter(canvas, CrowdViews.LEAST_EXTENT);
        // More tiny people than that, and a network learns of nobody else.
        int across = draws.chance(0.8) ? 1 : 2;
        for (int tile = 0; tile < across * across; tile++) {
            int left = canvas.width() * (tile % across) / across;
            int right = canvas.width() * (tile % across + 1) / across;
            int top = canvas.height() * (tile / across) / across;
            int bottom = canvas.height() * (tile / across + 1) / across;
            Crowd scene = scene(
                    seed + (long) index * SCENES + tile, Math.max(32, right - left), Math.max(32, bottom - top), draws);
            painter.put(scene, Placing.of(new Point(0, 0), new Point(left, top), 1, 1, 0, false));
        }
        return painter.toCrowd("athletes" + (seed + (long) index * SCENES));
    }

    private Crowd scene(long seed, int width, int height, Draws draws) {
        RenderedFrame frame = kind.render(seed, width, height, draws);
        List<Box> seen = new ArrayList<>();
        List<Box> hidden = new ArrayList<>();
        for (Performer performer : frame.performers()) {
            (performer.visible() >= LEAST_VISIBLE ? seen : hidden).add(CutOut.box(performer.keypoints()));
        }
        return new Crowd("scene", Picture.of(frame.image()), seen, hidden);
    }
}
