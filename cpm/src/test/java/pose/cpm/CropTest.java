package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.skeleton.Box;
import pose.skeleton.Point;

class CropTest {

    @ParameterizedTest
    @CsvSource({"1,0,false", "0.5,0.7,false", "2.5,-0.3,true", "0.2,0,true"})
    void shouldComeBackToTheSourcePoint(double scale, double angle, boolean mirrored) {
        Crop crop = new Crop(scale, angle, mirrored, new Point(120, 80), 160);
        Point source = new Point(17.25, 201.5);

        Point back = crop.toSource(crop.toInput(source));

        assertThat(back.distanceTo(source)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0,false,64", "0.5,true,64", "0,false,400", "-0.4,false,23"})
    void shouldWarpPixelsToWhereItSaysTheyGo(double angle, boolean mirrored, double side) {
        // A white blob on black whose centre of mass can be found again.
        int width = 400;
        int height = 300;
        Point blob = new Point(190, 140);
        byte[] bgr = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (blob.distanceTo(new Point(x, y)) <= side / 8) {
                    int at = (y * width + x) * 3;
                    bgr[at] = bgr[at + 1] = bgr[at + 2] = (byte) 255;
                }
            }
        }
        Crop crop = new Crop(64 / side, angle, mirrored, new Point(190 - side / 10, 140 + side / 12), 64);

        byte[] warped = crop.warp(Picture.of(width, height, bgr));

        double sum = 0;
        double sx = 0;
        double sy = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                double v = warped[(y * 64 + x) * 3] & 0xFF;
                if (blobNear(crop, blob, x, y, side)) {
                    sum += v;
                    sx += v * x;
                    sy += v * y;
                }
            }
        }
        Point expected = crop.toInput(blob);
        assertThat(sx / sum).isEqualTo(expected.x(), within(0.5));
        assertThat(sy / sum).isEqualTo(expected.y(), within(0.5));
    }

    private static boolean blobNear(Crop crop, Point blob, int x, int y, double side) {
        return crop.toSource(new Point(x, y)).distanceTo(blob) < side / 6;
    }

    @Test
    void shouldShowASquareBoxAsTheWholeInput() {
        Crop crop = Crop.of(new Box(10, 20, 100, 100), 50);

        // The box's corner is half a pixel before its first pixel's centre, on both sides.
        assertThat(crop.toInput(new Point(9.5, 19.5)).distanceTo(new Point(-0.5, -0.5)))
                .isLessThan(1e-9);
        assertThat(crop.toInput(new Point(109.5, 119.5)).distanceTo(new Point(49.5, 49.5)))
                .isLessThan(1e-9);
    }

    @Test
    void shouldShowGreyAsNothingBeyondThePicture() {
        FloatBuffer values = FloatBuffer.allocate(3 * 8 * 8);

        Crop.of(new Box(1000, 1000, 20, 20), 8).write(Picture.of(2, 2, new byte[12]), values);

        assertThat(values.array()).containsOnly(0f);
    }

    @Test
    void shouldWriteBlueGreenRedPlanesBetweenMinusAndPlusAHalf() {
        byte[] bgr = {0, (byte) 128, (byte) 255};
        FloatBuffer values = FloatBuffer.allocate(3);

        Crop.of(new Box(0, 0, 1, 1), 1).write(Picture.of(1, 1, bgr), values);

        assertThat(values.array()).containsExactly(-0.5f, 0f, 127 / 256f);
    }

    @Test
    void shouldTellTheColoursThatItWrote() {
        // given
        byte[] bgr = {1, 2, (byte) 200, (byte) 130, 64, 0, 1, 2, (byte) 200, (byte) 130, 64, 0};
        Crop crop = Crop.of(new Box(0, 0, 2, 2), 2);
        FloatBuffer values = FloatBuffer.allocate(12);
        crop.write(Picture.of(2, 2, bgr), values);
        values.rewind();

        // then
        assertThat(crop.colourAt(-0.3, 0, values)).isEqualTo(0xC80201);
        assertThat(crop.colourAt(1.3, 1.2, values)).isEqualTo(0x004082);
        assertThat(crop.colourAt(1.6, 1, values)).isEqualTo(-1);
        assertThat(crop.colourAt(0, -0.6, values)).isEqualTo(-1);
        assertThat(crop.colourAt(Double.NaN, 0, values)).isEqualTo(-1);
    }
}
