package pose.trainer.labels;

import pose.cpm.Picture;
import pose.cpm.Subject;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;

/** A picture turned by 180 degrees, and what is in it. Turning twice changes nothing. */
record HalfTurn(Picture picture) {

    private static final int CHANNELS = 3;

    /** The same person in the turned picture. */
    Subject of(Subject subject) {
        Box box = subject.box();
        // A box counts from the left edge of its first pixel, so the picture's whole width turns it.
        Box turned = new Box(
                picture.width() - box.x() - box.width(),
                picture.height() - box.y() - box.height(),
                box.width(),
                box.height());
        return new Subject(turned(), turned);
    }

    /** Where a keypoint of the turned picture is in this one, and the other way round. */
    Keypoint of(Keypoint keypoint) {
        return new Keypoint(picture.width() - 1 - keypoint.x(), picture.height() - 1 - keypoint.y(), keypoint.score());
    }

    private Picture turned() {
        byte[] from = picture.bgr();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i += CHANNELS) {
            System.arraycopy(from, i, to, from.length - CHANNELS - i, CHANNELS);
        }
        return Picture.of(picture.width(), picture.height(), to);
    }
}
