package pose.app.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pose.app.event.EventKeypoints;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;

/**
 * Draws everyone of an event into the frame's picture. Who has a track is drawn in its colour with its number above: smoothed in
 * strong lines, and as the network said in thin ones; who only watches others play, in thin lines only. Who has no track is drawn in the
 * colours of left and right.
 */
public final class EventPainter {

    /** Parts believed less than this say nothing of where a label has room. */
    private static final double LIKELY = 0.15;

    private static final int MOST_MOVES = 4;

    private EventPainter() {}

    /** Draws everyone; nobody where the event's skeleton is newer than this program. */
    public static void paint(BufferedImage picture, PoseFrame event) {
        Optional<Skeleton> skeleton = Skeleton.named(event.getSkeleton());
        if (skeleton.isEmpty()) {
            return;
        }
        boolean somebodyPlays = event.getPeople().stream().anyMatch(person -> Boolean.TRUE.equals(person.getPlays()));
        SkeletonPainter sides = new SkeletonPainter(skeleton.get());
        for (Person person : event.getPeople()) {
            Long track = person.getTrack();
            if (track == null) {
                sides.paint(picture, EventKeypoints.of(person));
            } else {
                SkeletonPainter painter = new SkeletonPainter(skeleton.get(), IdColour.of(track));
                if (somebodyPlays && isSpectator(person)) {
                    painter.trace(picture, EventKeypoints.best(person));
                } else {
                    tracked(picture, painter, person);
                }
            }
        }
        label(picture, event.getPeople());
    }

    private static void tracked(BufferedImage picture, SkeletonPainter painter, Person person) {
        if (person.getSmoothed() != null) {
            painter.trace(picture, EventKeypoints.of(person));
        }
        painter.paint(picture, EventKeypoints.best(person));
    }

    private static boolean isSpectator(Person person) {
        return Boolean.FALSE.equals(person.getPlays());
    }

    /** After everybody, so that no limb hides a number. */
    private static void label(BufferedImage picture, List<Person> people) {
        Graphics2D graphics = Canvas.of(picture);
        try {
            List<Rectangle2D> taken = new ArrayList<>();
            for (Person person : people) {
                Long track = person.getTrack();
                if (track != null && !person.getKeypoints().isEmpty()) {
                    Color colour = IdColour.of(track);
                    Tag tag = new Tag(Long.toString(track), colour, isSpectator(person));
                    Rectangle2D plate = above(picture, tag, EventKeypoints.best(person), taken);
                    taken.add(plate);
                    tag.paint(graphics, picture, plate);
                }
            }
        } finally {
            graphics.dispose();
        }
    }

    /** Above the topmost part, inside the picture, and higher where another label is there already. */
    private static Rectangle2D above(
            BufferedImage picture, Tag tag, List<Keypoint> keypoints, List<Rectangle2D> taken) {
        Keypoint top = keypoints.stream()
                .filter(k -> k.score() >= LIKELY)
                .min(Comparator.comparingDouble(Keypoint::y))
                .orElseGet(() -> keypoints.stream()
                        .min(Comparator.comparingDouble(Keypoint::y))
                        .orElseThrow());
        double height = Tag.height(picture);
        double width = tag.plate(picture, 0, 0).getWidth();
        double left = within(top.x() - width / 2, picture.getWidth() - 1 - width);
        double limit = picture.getHeight() - 1 - height;
        Rectangle2D plate = tag.plate(picture, left, within(top.y() - 1.4 * height, limit));
        for (int move = 1; move <= MOST_MOVES && taken.stream().anyMatch(plate::intersects); move++) {
            plate = tag.plate(picture, left, within(plate.getY() - height, limit));
        }
        return plate;
    }

    private static double within(double value, double most) {
        return Math.max(0, Math.min(most, value));
    }
}
