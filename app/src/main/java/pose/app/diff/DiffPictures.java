package pose.app.diff;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import pose.app.UserMistake;

/** The largest differences as pictures in a folder, the largest first by name. */
public final class DiffPictures {

    private final String option;
    private final Path folder;

    /**
     * @param option names the folder in messages
     * @throws UserMistake where there cannot be such a folder
     */
    public DiffPictures(String option, Path folder) {
        this.option = option;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Draws and writes them; returns how many. */
    public int write(List<Largest.Found> largest, PairPicture painter) {
        int number = 0;
        for (Largest.Found found : largest) {
            number++;
            BufferedImage drawn = painter.draw(found.picture().get(), found.looks());
            String name = String.format(
                    Locale.ROOT, "%03d-%s.png", number, found.looks().id().replaceAll("[^A-Za-z0-9._-]", "_"));
            try {
                ImageIO.write(drawn, "png", folder.resolve(name).toFile());
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        return number;
    }

    private UserMistake unwritable(IOException e) {
        return new UserMistake(option + " '" + folder + "' cannot be written: " + e.getMessage(), e);
    }
}
