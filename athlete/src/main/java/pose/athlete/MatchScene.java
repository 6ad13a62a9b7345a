package pose.athlete;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pose.skeleton.Point;

/**
 * A match: athletes of two teams run about, cross in front of each other, stand, leave the picture and come back a second or
 * two later as the same. Immutable: every frame is a pure function of the options and its index, so frames may be rendered in
 * any order and from any thread.
 */
public final class MatchScene implements Scene {

    /** Six athletes, 25 frames a second, 640 × 360 pixels, a minute, seed 1. */
    public static final SceneOptions DEFAULT = new SceneOptions(6, 25, 640, 360, 60, 1);

    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private final SceneOptions options;
    private final List<Player> players;
    private final Backdrop backdrop;
    private final Light light;
    private final long grain;

    /**
     * Casts, dresses and lights the match, and paints its backdrop once: a few tens of milliseconds.
     *
     * @throws IllegalArgumentException where there are not 2 to 12 people
     */
    public MatchScene(SceneOptions options) {
        check(options);
        this.options = options;
        Dice dice = new Dice(options.seed());
        backdrop = Backdrop.random(options.width(), options.height(), dice.split());
        light = Light.random(dice.split());
        grain = dice.seed();
        players = cast(options, dice.split());
    }

    /**
     * A still for training: a random moment of a random match.
     *
     * @param people 2 to 12; some may be out of the picture
     */
    public static RenderedFrame sample(long seed, int width, int height, int people) {
        MatchScene match = new MatchScene(new SceneOptions(people, 25, width, height, 3600, seed));
        return match.render(new Dice(~seed).whole(0, (int) match.frames() - 1));
    }

    /**
     * Whether there can be such a match.
     *
     * @throws IllegalArgumentException where there are not 2 to 12 people
     */
    public static void check(SceneOptions options) {
        if (options.people() < FEWEST || options.people() > MOST) {
            throw new IllegalArgumentException(
                    "people=" + options.people() + " is not allowed; " + FEWEST + " to " + MOST + " is");
        }
    }

    @Override
    public SceneOptions options() {
        return options;
    }

    /** {@inheritDoc} Who is out of the picture with every part is not told of. */
    @Override
    public RenderedFrame render(long index) {
        Tableau tableau = tableau(index);
        double seconds = index / options.fps();
        BufferedImage image = tableau.paint(backdrop, 0, light, seconds, grain + index * 0x9E3779B97F4A7C15L);
        return new RenderedFrame(image, present(tableau));
    }

    @Override
    public List<Performer> performers(long index) {
        return present(tableau(index));
    }

    private Tableau tableau(long index) {
        if (index < 0 || index >= frames()) {
            throw new IndexOutOfBoundsException("frame " + index + " of a match of " + frames() + " frames");
        }
        List<Appearance> nearestFirst = players.stream()
                .map(player -> player.at(index / options.fps()))
                .sorted(Comparator.comparingDouble((Appearance a) -> a.camera().y())
                        .reversed())
                .toList();
        return new Tableau(options.width(), options.height(), nearestFirst);
    }

    private List<Performer> present(Tableau tableau) {
        return tableau.performers().stream()
                .filter(performer -> performer.keypoints().stream().anyMatch(this::inside))
                .sorted(Comparator.comparingLong(Performer::id))
                .toList();
    }

    private boolean inside(Point p) {
        return p.isWithin(options.width(), options.height());
    }

    private static List<Player> cast(SceneOptions options, Dice dice) {
        Pitch pitch = Pitch.random(options.width(), options.height(), dice.split());
        boolean teams = dice.chance(0.8);
        List<Wardrobe> kits = List.of(Wardrobe.kit(dice.split()), Wardrobe.kit(dice.split()));
        double interval = dice.between(0.9, 1.3);
        int people = options.people();
        // Each has a depth of their own, wandering half into their neighbours': who is behind whom seldom changes.
        List<Integer> lanes = new ArrayList<>(IntStream.range(0, people).boxed().toList());
        Collections.shuffle(lanes, new Random(dice.seed()));
        List<Player> players = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int lane = lanes.get(i);
            double farthest = Math.max(0, (lane - 0.5) / people);
            double nearest = Math.min(1, (lane + 1.5) / people);
            Wardrobe own = Wardrobe.random(dice.split());
            players.add(new Player(
                    i + 1,
                    Body.random(dice.split()),
                    teams ? own.wearing(kits.get(i % kits.size())) : own,
                    new Route(interval, farthest, nearest, dice.split()),
                    pitch,
                    dice.split()));
        }
        return players;
    }
}
