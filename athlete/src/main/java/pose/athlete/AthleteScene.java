package pose.athlete;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pose.skeleton.Point;

/**
 * A scene of moving athletes in front of a backdrop. Immutable: every frame is a pure function of the options and its
 * index, so frames may be rendered in any order and from any thread.
 */
public final class AthleteScene {

    private final SceneOptions options;
    private final List<Athlete> athletes;
    private final Backdrop backdrop;
    private final Light light;
    private final long grain;

    /** Casts, dresses and lights the scene, and paints its backdrop once: a few tens of milliseconds. */
    public AthleteScene(SceneOptions options) {
        this(options, dice -> Routine.mostlyUpright(dice, 0.45));
    }

    private AthleteScene(SceneOptions options, Function<Dice, Routine> routines) {
        this.options = options;
        Dice dice = new Dice(options.seed());
        backdrop = Backdrop.random(options.width(), options.height(), dice.split());
        light = Light.random(dice.split());
        grain = dice.seed();
        List<Athlete> cast = new ArrayList<>();
        for (int i = 0; i < options.people(); i++) {
            cast.add(cast(dice.split(), routines, i));
        }
        athletes = List.copyOf(cast);
    }

    /**
     * A still for training: a random moment of a random one-person scene, its stances wilder than those of a scene.
     *
     * @param width at least 32 pixels
     * @param height at least 32 pixels
     */
    public static RenderedFrame sample(long seed, int width, int height) {
        return sample(seed, width, height, 1);
    }

    /**
     * A still for training with others beside the one in the middle; see {@link #sample(long, int, int)}.
     *
     * @param people 1 to 16; the first is in the middle, and the others may reach beyond the picture
     */
    public static RenderedFrame sample(long seed, int width, int height, int people) {
        SceneOptions options = new SceneOptions(people, 30, width, height, 10, seed);
        AthleteScene scene = new AthleteScene(options, dice -> Routine.random(dice, 1));
        return scene.render(new Dice(~seed).whole(0, (int) scene.frames() - 1));
    }

    public SceneOptions options() {
        return options;
    }

    public long frames() {
        return options.frames();
    }

    /**
     * Renders one frame.
     *
     * @param index 0 to {@link #frames()} − 1
     * @throws IndexOutOfBoundsException for any other index
     */
    public RenderedFrame render(long index) {
        if (index < 0 || index >= frames()) {
            throw new IndexOutOfBoundsException("frame " + index + " of a scene of " + frames() + " frames");
        }
        return render(index, athletes);
    }

    /** Who is in the scene, the one in the middle first. */
    List<Athlete> athletes() {
        return athletes;
    }

    /** What {@link #render} tells of the people in a frame, without painting it. */
    List<List<Point>> truthOf(long index) {
        return athletes.stream().map(a -> a.truth(index / options.fps())).toList();
    }

    /** The frame without anybody in it, everything else the same. */
    RenderedFrame renderEmpty(long index) {
        return render(index, List.of());
    }

    private RenderedFrame render(long index, List<Athlete> present) {
        int width = options.width();
        int height = options.height();
        double seconds = index / options.fps();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        backdrop.fill(bgr, width, height, seconds);
        List<List<Point>> truth = new ArrayList<>();
        // The first athlete is painted last: nobody stands in front of the one in the middle.
        for (int i = present.size() - 1; i >= 0; i--) {
            Athlete athlete = present.get(i);
            Joints joints = athlete.joints(seconds);
            Camera camera = athlete.framing().at(seconds);
            Shadow.paint(joints, camera, bgr, width, height);
            List<Solid> solids = Figure.solids(athlete.body(), athlete.wardrobe(), joints, camera);
            Layer.paint(solids, camera.scale(), light, bgr, width, height);
            truth.add(0, joints.seenBy(camera));
        }
        light.expose(bgr, seconds, grain + index * 0x9E3779B97F4A7C15L);
        return new RenderedFrame(image, truth);
    }

    private Athlete cast(Dice dice, Function<Dice, Routine> routines, int place) {
        Body body = Body.random(dice.split());
        Wardrobe wardrobe = Wardrobe.random(dice.split());
        Routine routine = routines.apply(dice.split());
        Dice framing = dice.split();
        if (place == 0) {
            return new Athlete(body, wardrobe, routine, Framing.middle(body, routine, options, framing));
        }
        // Left and right of the middle in turn, further out each time.
        int pairs = options.people() / 2;
        int pair = (place + 1) / 2;
        double out = 0.5 * pair / (pairs + 0.4);
        double across = 0.5 + (place % 2 == 0 ? out : -out);
        return new Athlete(body, wardrobe, routine, Framing.aside(body, routine, options, framing, across));
    }
}
