package pose.trainer.crowd;

import pose.cpm.Picture;

/** Pictures made smaller by whole factors, each pixel the mean of those it stands for: shrinking by much would alias. */
final class Shrinking {

    private Shrinking() {}

    /** @param factor at least 1, at most the shorter side */
    static Picture by(Picture picture, int factor) {
        int width = picture.width() / factor;
        int height = picture.height() / factor;
        byte[] from = picture.bgr();
        byte[] to = new byte[3 * width * height];
        int[] sums = new int[3 * width];
        int half = factor * factor / 2;
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int dy = 0; dy < factor; dy++) {
                int at = 3 * (y * factor + dy) * picture.width();
                for (int x = 0; x < width; x++) {
                    for (int dx = 0; dx < factor; dx++) {
                        sums[3 * x] += from[at++] & 0xFF;
                        sums[3 * x + 1] += from[at++] & 0xFF;
                        sums[3 * x + 2] += from[at++] & 0xFF;
                    }
                }
            }
            for (int i = 0; i < sums.length; i++) {
                to[3 * width * y + i] = (byte) ((sums[i] + half) / (factor * factor));
            }
        }
        return Picture.of(width, height, to);
    }
}
