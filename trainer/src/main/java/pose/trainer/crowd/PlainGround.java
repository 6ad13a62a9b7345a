package pose.trainer.crowd;

/** A ground of one colour fading into another, with noise. */
final class PlainGround {

    private PlainGround() {}

    static void paint(Canvas canvas, Draws draws) {
        double[] from = new double[3];
        double[] to = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            from[channel] = draws.between(0, 255);
            to[channel] = draws.chance(0.5) ? from[channel] : draws.between(0, 255);
        }
        double noise = draws.between(0, 20);
        double angle = draws.between(0, 2 * Math.PI);
        double reach = canvas.width() + canvas.height();
        byte[] bgr = canvas.bgr();
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < canvas.width(); x++) {
                double along = 0.5 + (x * Math.cos(angle) + y * Math.sin(angle)) / reach / 2;
                for (int channel = 0; channel < 3; channel++) {
                    double value = from[channel]
                            + along * (to[channel] - from[channel])
                            + noise * (draws.random().nextDouble() - 0.5);
                    bgr[3 * (y * canvas.width() + x) + channel] = (byte) Math.max(0, Math.min(255, value));
                }
            }
        }
    }
}
