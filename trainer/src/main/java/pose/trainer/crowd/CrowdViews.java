package pose.trainer.crowd;

import java.util.List;
import java.util.Random;
import pose.cpm.Picture;
import pose.skeleton.Point;
import pose.trainer.data.DataSetException;

/**
 * Pictures of crowds as a locator that learns sees them: fitted into its input with grey beside them, or zoomed, turned a
 * little, mirrored and recoloured. What picture {@code i} of epoch {@code e} looks like depends on the seed, e and i alone.
 */
public final class CrowdViews {

    /** Input pixels of a person's extent below which they are too small to be asked for. */
    static final double LEAST_EXTENT = 10;

    private final MixedCrowds crowds;
    private final Variation variation;
    private final long seed;

    /**
     * How views are varied.
     *
     * @param rotation degrees to either side
     * @param zoomFrom smallest factor on the scale at which the picture fits, more than 0
     * @param zoomTo largest factor
     * @param flip whether half of them are mirrored
     * @param recolouring changes the colours of the planes
     */
    public record Variation(double rotation, double zoomFrom, double zoomTo, boolean flip, Recolouring recolouring) {}

    /** Changes the colours of three planes of values from −0.5 to 0.5 in place. */
    @FunctionalInterface
    public interface Recolouring {
        void recolour(float[] planes, Random random);
    }

    public CrowdViews(MixedCrowds crowds, Variation variation, long seed) {
        this.crowds = crowds;
        this.variation = variation;
        this.seed = seed;
    }

    /**
     * One picture in one epoch.
     *
     * @param epoch from 0
     * @param width of the input in pixels
     * @param height of the input in pixels
     */
    public CrowdView view(int index, int epoch, int width, int height) throws DataSetException {
        Draws draws = Draws.of(seed + 7919L * epoch, index);
        MixedCrowds.Place place = crowds.place(index);
        Crowd crowd = place.set().crowd(place.index(), epoch);
        Canvas canvas = new Canvas(width, height);
        CrowdPainter painter = new CrowdPainter(canvas, LEAST_EXTENT);
        Placing placing = place.set().isComposed() || draws.chance(0.3)
                ? fitted(crowd.picture(), canvas, draws.chance(variation.flip() ? 0.5 : 0))
                : zoomed(crowd, canvas, draws);
        if (place.set().isComposed() || crowd.labelled().contains(Crowd.whole(crowd.picture()))) {
            // What is beside the picture is nobody for sure.
            Boxes.beside(canvas.whole(), List.of(placing.apply(Crowd.whole(crowd.picture()))))
                    .forEach(painter::labelled);
        }
        painter.put(crowd, placing);
        Crowd seen = painter.toCrowd(crowd.id());
        float[] planes = new float[3 * width * height];
        CrowdInput.write(seen.picture(), planes);
        variation.recolouring().recolour(planes, draws.random());
        return new CrowdView(planes, seen);
    }

    /** The whole picture in the middle of the canvas, as large as it fits. */
    static Placing fitted(Picture picture, Canvas canvas, boolean mirrored) {
        double scale = fit(picture, canvas);
        return Placing.of(
                CrowdPainter.middle(picture.width(), picture.height()),
                CrowdPainter.middle(canvas.width(), canvas.height()),
                scale,
                scale,
                0,
                mirrored);
    }

    private static double fit(Picture picture, Canvas canvas) {
        return Math.min((double) canvas.width() / picture.width(), (double) canvas.height() / picture.height());
    }

    private Placing zoomed(Crowd crowd, Canvas canvas, Draws draws) {
        Picture picture = crowd.picture();
        double zoom = draws.scale(variation.zoomFrom(), variation.zoomTo());
        double scale = fit(picture, canvas) * zoom;
        Point focus = crowd.people().isEmpty() || draws.chance(0.25)
                ? new Point(draws.between(0, picture.width() - 1), draws.between(0, picture.height() - 1))
                : draws.of(crowd.people()).centre();
        double reach = zoom > 1 ? 0.35 : 0.15;
        Point from = zoom > 1 ? focus : CrowdPainter.middle(picture.width(), picture.height());
        Point to = new Point(
                canvas.width() * (0.5 + draws.between(-reach, reach)),
                canvas.height() * (0.5 + draws.between(-reach, reach)));
        double squeeze = draws.scale(0.92, 1.08);
        double angle = draws.chance(0.5) ? 0 : draws.between(-variation.rotation(), variation.rotation());
        return Placing.of(
                from,
                to,
                scale * squeeze,
                scale / squeeze,
                Math.toRadians(angle),
                variation.flip() && draws.chance(0.5));
    }
}
