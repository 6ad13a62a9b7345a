package pose.trainer.crowd;

import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** A picture that others are put onto, one over the other. */
final class Canvas {

    private static final byte GREY = (byte) 128;

    private final int width;
    private final int height;
    private final byte[] bgr;

    /** A mid-grey one: what the network sees beside a picture of another shape. */
    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        bgr = new byte[width * height * 3];
        java.util.Arrays.fill(bgr, GREY);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Box whole() {
        return new Box(0, 0, width, height);
    }

    /** Its pixels, not a copy. */
    byte[] bgr() {
        return bgr;
    }

    Picture toPicture() {
        return Picture.of(width, height, bgr.clone());
    }

    /** Puts a picture onto this, as far as the mask, over the picture's own pixels, shows it. */
    void put(Picture picture, Placing placing, Mask mask) {
        int shrink = Math.max(
                1, Math.min((int) Math.floor(1 / placing.scale()), Math.min(picture.width(), picture.height())));
        Picture source = shrink == 1 ? picture : Shrinking.by(picture, shrink);
        Box target = placing.apply(Crowd.whole(picture));
        int top = Math.max(0, (int) Math.floor(target.y() - 0.5));
        int bottom = Math.min(height - 1, (int) Math.ceil(target.y() + target.height()));
        int left = Math.max(0, (int) Math.floor(target.x() - 0.5));
        int right = Math.min(width - 1, (int) Math.ceil(target.x() + target.width()));
        Placing back = placing.inverse();
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double sx = back.a() * x + back.b() * y + back.c();
                double sy = back.d() * x + back.e() * y + back.f();
                boolean isInside = Point.isWithin(sx, sy, picture.width(), picture.height());
                double share = isInside ? mask.at(sx, sy) : 0;
                if (share > 0) {
                    blend(source, (sx + 0.5) / shrink - 0.5, (sy + 0.5) / shrink - 0.5, share, 3 * (y * width + x));
                }
            }
        }
    }

    private void blend(Picture source, double x, double y, double share, int at) {
        double cx = Math.max(0, Math.min(source.width() - 1, x));
        double cy = Math.max(0, Math.min(source.height() - 1, y));
        int x0 = (int) cx;
        int y0 = (int) cy;
        int x1 = Math.min(x0 + 1, source.width() - 1);
        int y1 = Math.min(y0 + 1, source.height() - 1);
        double fx = cx - x0;
        double fy = cy - y0;
        byte[] from = source.bgr();
        int row0 = y0 * source.width();
        int row1 = y1 * source.width();
        for (int channel = 0; channel < 3; channel++) {
            double upper =
                    (1 - fx) * (from[3 * (row0 + x0) + channel] & 0xFF) + fx * (from[3 * (row0 + x1) + channel] & 0xFF);
            double lower =
                    (1 - fx) * (from[3 * (row1 + x0) + channel] & 0xFF) + fx * (from[3 * (row1 + x1) + channel] & 0xFF);
            double value = (1 - fy) * upper + fy * lower;
            double before = bgr[at + channel] & 0xFF;
            bgr[at + channel] = (byte) Math.round(before + share * (value - before));
        }
    }
}
