package pose.trainer.crowd;

/** The shapes of pictures that cameras give, each as large as it is in an input of 384×216. */
final class Shapes {

    private static final int WIDTH = 384;
    private static final int HEIGHT = 216;

    private Shapes() {}

    /** The input's own shape mostly; else from upright to wide. */
    static Canvas canvas(Draws draws) {
        return draws.chance(0.6) ? new Canvas(WIDTH, HEIGHT) : canvas(draws.scale(0.5, 2.2));
    }

    /** @param aspect width through height */
    static Canvas canvas(double aspect) {
        return aspect * HEIGHT <= WIDTH
                ? new Canvas((int) Math.round(aspect * HEIGHT), HEIGHT)
                : new Canvas(WIDTH, (int) Math.round(WIDTH / aspect));
    }
}
