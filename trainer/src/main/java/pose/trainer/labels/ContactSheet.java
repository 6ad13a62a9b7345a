package pose.trainer.labels;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/**
 * The most suspicious people side by side, to judge by eye: on each thumbnail the labels, right and left in colours of
 * their own, rings around the suspicious ones, and a dotted line from such a label to where it is predicted. Below it the
 * rank, the id, the reason and the score.
 */
public final class ContactSheet {

    static final int COLUMNS = 6;
    static final int ROWS = 4;
    static final int CAPTION = 34;
    static final int GAP = 6;

    private static final int PER_SHEET = COLUMNS * ROWS;
    private static final int LINE = 15;

    private final DataSet data;
    private final Skeleton skeleton;
    private final Predictions predictions;

    public ContactSheet(DataSet data, Skeleton skeleton, Predictions predictions) {
        this.data = data;
        this.skeleton = skeleton;
        this.predictions = predictions;
    }

    /**
     * Writes {@code sheet-1.png}, {@code sheet-2.png} and on into a folder, 24 people each; sheets of an earlier check go.
     *
     * @param ranked the worst first; somebody suspected several times is shown once, where they come first
     * @param most people to show
     * @return how many sheets there are
     */
    public int write(Path folder, List<Suspicion> ranked, int most) throws IOException, DataSetException {
        removeEarlier(folder);
        Map<CheckedPerson, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < ranked.size() && places.size() < most; i++) {
            places.putIfAbsent(ranked.get(i).person(), i);
        }
        List<Integer> shown = new ArrayList<>(places.values());
        int sheets = (shown.size() + PER_SHEET - 1) / PER_SHEET;
        for (int sheet = 0; sheet < sheets; sheet++) {
            List<Integer> these = shown.subList(sheet * PER_SHEET, Math.min(shown.size(), (sheet + 1) * PER_SHEET));
            Path file = folder.resolve("sheet-" + (sheet + 1) + ".png");
            ImageIO.write(draw(ranked, these), "png", file.toFile());
        }
        return sheets;
    }

    private static void removeEarlier(Path folder) throws IOException {
        for (int sheet = 1; Files.deleteIfExists(folder.resolve("sheet-" + sheet + ".png")); sheet++) {
            // Until there is none of the next number.
        }
    }

    private BufferedImage draw(List<Suspicion> ranked, List<Integer> places) throws DataSetException {
        int rows = (places.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(
                GAP + COLUMNS * (Thumbnail.SIDE + GAP),
                GAP + rows * (Thumbnail.SIDE + CAPTION + GAP),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(Color.BLACK);
            for (int i = 0; i < places.size(); i++) {
                Suspicion suspicion = ranked.get(places.get(i));
                int x = GAP + i % COLUMNS * (Thumbnail.SIDE + GAP);
                int y = GAP + i / COLUMNS * (Thumbnail.SIDE + CAPTION + GAP);
                BufferedImage picture = new Thumbnail(skeleton)
                        .draw(
                                data.sample(suspicion.person().index()).picture(),
                                suspicion,
                                predictions.of(suspicion.person()));
                graphics.drawImage(picture, x, y, null);
                String title = String.format(
                        Locale.ROOT,
                        "%d  %s  %s %.2f",
                        places.get(i) + 1,
                        suspicion.person().id(),
                        suspicion.reason(),
                        suspicion.score());
                graphics.drawString(fitting(graphics, title), x, y + Thumbnail.SIDE + LINE - 2);
                graphics.drawString(fitting(graphics, parts(suspicion)), x, y + Thumbnail.SIDE + 2 * LINE - 1);
            }
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    private String parts(Suspicion suspicion) {
        return suspicion.parts().stream().map(skeleton.parts()::get).collect(Collectors.joining(" "));
    }

    private static String fitting(Graphics2D graphics, String text) {
        String shown = text;
        while (graphics.getFontMetrics().stringWidth(shown) > Thumbnail.SIDE) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }
}
