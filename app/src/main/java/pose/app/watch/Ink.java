package pose.app.watch;

import java.awt.Color;
import pose.app.drawing.IdColour;

/** Writes in the colours that ids have in pictures, where the terminal shows colours. */
public enum Ink {
    PLAIN {
        @Override
        String of(long track, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String of(long track, String text) {
            Color colour = IdColour.of(track);
            // ISO 8613-6: a colour by its red, green and blue; 0 ends it.
            return "\u001B[1;38;2;" + colour.getRed() + ";" + colour.getGreen() + ";" + colour.getBlue() + "m" + text
                    + "\u001B[0m";
        }
    };

    /** The text in the colour of a track. */
    abstract String of(long track, String text);
}
