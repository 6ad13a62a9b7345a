package pose.cpm;

import pose.skeleton.Box;

/**
 * One person to estimate.
 *
 * @param picture where they are
 * @param box the square around them in source pixels; may reach beyond the picture, where the network sees grey
 */
public record Subject(Picture picture, Box box) {

    public Subject {
        if (!(box.width() > 0) || box.width() != box.height()) {
            throw new IllegalArgumentException("subject box is " + box.width() + " × " + box.height()
                    + "; it must be a square of more than 0 pixels");
        }
    }
}
