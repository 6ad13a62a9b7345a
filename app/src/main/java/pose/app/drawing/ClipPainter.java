package pose.app.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import pose.schema.Frame;
import pose.schema.PoseFrame;

/**
 * Draws what is known of a camera's frames, one after the other: everyone ({@link EventPainter}), the region, and for a second of
 * the camera's time at the bottom left who came, was lost or was found again, and that the scene was cut.
 */
public final class ClipPainter {

    private static final long SHOWN_US = 1_000_000;
    private static final int MOST_SHOWN = 6;
    private static final Color CUT = new Color(255, 235, 90);

    private final TrackNotices notices = new TrackNotices();
    private final Deque<TrackNotice> shown = new ArrayDeque<>();

    /** Draws into the picture of the camera's next frame; notices and the region only, where it has no event. */
    public void paint(BufferedImage picture, Frame frame, Optional<PoseFrame> event) {
        RegionOutline.paint(picture, frame.getAttention());
        event.ifPresent(seen -> {
            EventPainter.paint(picture, seen);
            shown.addAll(notices.of(seen));
        });
        shown.removeIf(notice -> Math.abs(frame.getCaptureTimeUs() - notice.atUs()) >= SHOWN_US);
        while (shown.size() > MOST_SHOWN) {
            shown.removeFirst();
        }
        if (!shown.isEmpty()) {
            stack(picture);
        }
    }

    /** The newest lowest. */
    private void stack(BufferedImage picture) {
        double line = Tag.height(picture) * 1.15;
        double top = picture.getHeight() - line * shown.size() - line / 4;
        Graphics2D graphics = Canvas.of(picture);
        try {
            for (TrackNotice notice : shown) {
                Color colour =
                        notice.track().isPresent() ? IdColour.of(notice.track().getAsLong()) : CUT;
                // Videos keep what is light and dark, and blur what is coloured: letters are dark on a plate of the
                // colour.
                Tag tag = new Tag(notice.text(), colour, false);
                tag.paint(graphics, picture, tag.plate(picture, line / 4, top));
                top += line;
            }
        } finally {
            graphics.dispose();
        }
    }
}
