package pose.athlete;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A scene of moving athletes in front of a backdrop. Immutable: every frame is a pure function of the options and its
 * index, so frames may be rendered in any order and from any thread.
 */
public final class AthleteScene implements Scene {

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

    @Override
    public SceneOptions options() {
        return options;
    }

    @Override
    public RenderedFrame render(long index) {
        return render(index, tableau(index, athletes));
    }

    @Override
    public List<Performer> performers(long index) {
        return tableau(index, athletes).performers();
    }

    /** Who is in the scene, the one in the middle first. */
    List<Athlete> athletes() {
        return athletes;
    }

    /** The frame without anybody in it, everything else the same. */
    RenderedFrame renderEmpty(long index) {
        return render(index, tableau(index, List.of()));
    }

    private Tableau tableau(long index, List<Athlete> present) {
        if (index < 0 || index >= frames()) {
            throw new IndexOutOfBoundsException("frame " + index + " of a scene of " + frames() + " frames");
        }
        List<Appearance> seen = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            // The first athlete is the nearest: nobody stands in front of the one in the middle.
            seen.add(present.get(i).at(i + 1, index / options.fps()));
        }
        return new Tableau(options.width(), options.height(), seen);
    }

    private RenderedFrame render(long index, Tableau tableau) {
        double seconds = index / options.fps();
        BufferedImage image = tableau.paint(backdrop, seconds, light, seconds, grain + index * 0x9E3779B97F4A7C15L);
        return new RenderedFrame(image, tableau.performers());
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
