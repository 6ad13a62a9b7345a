package pose.trainer.experiment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/**
 * Charts in rows of one picture.
 *
 * @param file name, without its ending
 * @param caption one sentence: what to see
 * @param charts all of one size
 * @param columns charts beside each other, at least 1
 */
public record Plot(String file, String caption, List<XYChart> charts, int columns) {

    /** Pixels a chart's unit: larger is sharper, smaller a smaller file. */
    private static final double ALONE = 1.25;

    private static final double IN_A_GRID = 1;

    public Plot {
        charts = List.copyOf(charts);
        if (charts.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "plot " + file + " has " + charts.size() + " charts in " + columns + " columns; it needs some");
        }
    }

    /** Writes {@code FOLDER/FILE.png}. */
    void write(Path folder) throws IOException {
        int width = charts.get(0).getWidth();
        int height = charts.get(0).getHeight();
        int rows = (charts.size() + columns - 1) / columns;
        double scale = columns > 1 ? IN_A_GRID : ALONE;
        int across = Math.min(columns, charts.size());
        BufferedImage image = new BufferedImage(
                (int) (across * width * scale), (int) (rows * height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        for (int i = 0; i < charts.size(); i++) {
            Graphics2D place = (Graphics2D) graphics.create(i % columns * width, i / columns * height, width, height);
            charts.get(i).paint(place, width, height);
            place.dispose();
        }
        graphics.dispose();
        ImageIO.write(image, "png", folder.resolve(file + ".png").toFile());
    }
}
