package pose.trainer.data;

import java.awt.image.BufferedImage;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * A piece of a picture.
 *
 * @param left the column of the whole picture that is the piece's first
 * @param top the row of the whole picture that is the piece's first
 * @param picture the piece
 */
record Cutting(int left, int top, Picture picture) {

    /**
     * Cuts out what of an area lies in a picture: at least a pixel, at its border where the area is beside it.
     *
     * @param whole of {@link BufferedImage#TYPE_3BYTE_BGR}
     */
    static Cutting of(Box area, BufferedImage whole) {
        int left = within(Math.floor(area.x()), whole.getWidth());
        int top = within(Math.floor(area.y()), whole.getHeight());
        int right = within(Math.ceil(area.x() + area.width()), whole.getWidth());
        int bottom = within(Math.ceil(area.y() + area.height()), whole.getHeight());
        int width = right - left + 1;
        byte[] from = Picture.of(whole).bgr();
        byte[] piece = new byte[3 * width * (bottom - top + 1)];
        for (int y = top; y <= bottom; y++) {
            System.arraycopy(from, 3 * (y * whole.getWidth() + left), piece, 3 * (y - top) * width, 3 * width);
        }
        return new Cutting(left, top, Picture.of(width, bottom - top + 1, piece));
    }

    private static int within(double at, int side) {
        return (int) Math.max(0, Math.min(side - 1, at));
    }

    /** Where a point of the whole picture is in the piece. */
    Point inside(Point whole) {
        return new Point(whole.x() - left, whole.y() - top);
    }

    /** Where a box of the whole picture is in the piece. */
    Box inside(Box whole) {
        return new Box(whole.x() - left, whole.y() - top, whole.width(), whole.height());
    }
}
