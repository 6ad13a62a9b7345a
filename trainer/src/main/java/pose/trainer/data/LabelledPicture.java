package pose.trainer.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One picture as a label file has it.
 *
 * @param file the picture's
 * @param index its place in the label file, from 0
 * @param people who is labelled in it
 * @param size what the label file says the picture's size is, where it does
 */
record LabelledPicture(Path file, int index, List<LabelledPerson> people, Optional<Size> size) {

    /** Pixels. */
    record Size(long width, long height) {}

    LabelledPicture {
        people = List.copyOf(people);
    }

    LabelledPicture(Path file, int index, List<LabelledPerson> people) {
        this(file, index, people, Optional.empty());
    }
}
