package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.skeleton.Box;

/**
 * A picture's file and the boxes that a label file has for it, in shares of its width and height.
 *
 * @param people a box each
 * @param crowds boxes around many
 */
record BoxedPicture(Path file, List<Box> people, List<Box> crowds) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    BoxedPicture {
        people = List.copyOf(people);
        crowds = List.copyOf(crowds);
    }

    /** The first number in the file's name, -1 without one: pictures of one film lie together in its order. */
    long number() {
        Matcher digits = NUMBER.matcher(file.getFileName().toString());
        return digits.find() ? Long.parseLong(digits.group()) : -1;
    }
}
