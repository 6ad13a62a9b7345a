package pose.trainer.crowd.judging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import pose.cpm.Sighting;
import pose.skeleton.Box;
import pose.trainer.crowd.Crowd;
import pose.trainer.crowd.CrowdDataSet;
import pose.trainer.data.DataSetException;

/**
 * The pictures in which a locator is most wrong, on one sheet: people in green, sightings in red where they are wrong and in
 * blue where they are right or do not count.
 */
public final class WorstSheet {

    private static final int COLUMNS = 5;
    private static final int ROWS = 5;
    private static final int WIDTH = 384;
    private static final int HEIGHT = 240;
    private static final int TEXT = 16;

    private WorstSheet() {}

    /**
     * Writes the sheet as a PNG.
     *
     * @param crowds the data set's pictures as they were judged
     * @param score from which on sightings count
     * @param finder what was judged, which looks at these pictures again
     */
    public static void write(Path file, CrowdDataSet data, List<JudgedCrowd> crowds, double score, Finder finder)
            throws IOException, DataSetException {
        List<JudgedCrowd> worst = crowds.stream()
                .sorted(Comparator.comparingLong((JudgedCrowd c) -> c.missed(score) + c.wrong(score))
                        .reversed())
                .limit((long) COLUMNS * ROWS)
                .toList();
        BufferedImage sheet = new BufferedImage(COLUMNS * WIDTH, ROWS * (HEIGHT + TEXT), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int i = 0; i < worst.size(); i++) {
            Crowd crowd = data.crowd(worst.get(i).index());
            List<Sighting> found = finder.find(List.of(crowd.picture())).get(0).stream()
                    .filter(sighting -> sighting.score() >= score)
                    .toList();
            int left = i % COLUMNS * WIDTH;
            int top = i / COLUMNS * (HEIGHT + TEXT);
            Graphics2D cell = (Graphics2D) graphics.create(left, top, WIDTH, HEIGHT + TEXT);
            draw(cell, crowd, found, worst.get(i), score);
            cell.dispose();
        }
        graphics.dispose();
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static void draw(Graphics2D cell, Crowd crowd, List<Sighting> found, JudgedCrowd judged, double score) {
        BufferedImage image = crowd.picture().toImage();
        double scale = Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight());
        cell.drawImage(image, 0, TEXT, (int) (image.getWidth() * scale), (int) (image.getHeight() * scale), null);
        cell.setStroke(new BasicStroke(2));
        cell.setColor(Color.GREEN);
        crowd.people().forEach(box -> draw(cell, box, scale));
        for (Sighting sighting : found) {
            boolean isWrong = crowd.isJudged(sighting.centre())
                    && crowd.people().stream().noneMatch(box -> JudgedCrowd.isOf(sighting, box));
            cell.setColor(isWrong ? Color.RED : Color.CYAN);
            draw(cell, sighting.box(), scale);
        }
        cell.setColor(Color.WHITE);
        cell.drawString(
                String.format(
                        Locale.ROOT,
                        "%s: %d missed, %d wrong",
                        crowd.id().length() > 24 ? crowd.id().substring(0, 24) : crowd.id(),
                        judged.missed(score),
                        judged.wrong(score)),
                2,
                TEXT - 4);
    }

    private static void draw(Graphics2D cell, Box box, double scale) {
        cell.drawRect(
                (int) Math.round(box.x() * scale),
                TEXT + (int) Math.round(box.y() * scale),
                (int) Math.round(box.width() * scale),
                (int) Math.round(box.height() * scale));
    }
}
