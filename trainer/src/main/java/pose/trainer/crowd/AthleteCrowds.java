package pose.trainer.crowd;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import pose.athlete.AthleteScene;
import pose.athlete.RenderedFrame;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** Rendered athletes, one to nine in a picture, from as tall as it to small ones in pictures beside each other. */
final class AthleteCrowds implements CrowdDataSet {

    /** Where athletes to judge on begin, see {@link pose.trainer.data.SyntheticDataSet#JUDGING_SEED}. */
    static final long JUDGING_SEED = pose.trainer.data.SyntheticDataSet.JUDGING_SEED + 50_000_000;

    static final long TRAINING_SEED = 50_000_000;
    private static final int MOST_PEOPLE = 9;
    /** Seeds to a picture: it may be made of several scenes. */
    private static final int SCENES = 16;

    private final int size;
    private final long seed;

    /** @param seed of the first picture's first scene, which take 16 each */
    AthleteCrowds(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String name() {
        return size + " pictures of rendered athletes";
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
        int across = draws.chance(0.6) ? 1 : draws.whole(2, 4);
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

    private static Crowd scene(long seed, int width, int height, Draws draws) {
        int people = draws.chance(0.35) ? 1 : draws.whole(2, MOST_PEOPLE);
        RenderedFrame frame = AthleteScene.sample(seed, width, height, people);
        BufferedImage image = frame.image();
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Picture picture = Picture.of(width, height, bgr);
        List<Box> seen = new ArrayList<>();
        List<Box> hidden = new ArrayList<>();
        for (int i = 0; i < frame.people().size(); i++) {
            (Occlusion.isInSight(frame.people().get(i), frame.people().subList(0, i)) ? seen : hidden)
                    .add(Occlusion.box(frame.people().get(i)));
        }
        return new Crowd("scene", picture, seen, hidden);
    }
}
