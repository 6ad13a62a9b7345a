package pose.trainer.annotation;

import java.util.List;

/**
 * One picture and who is in it.
 *
 * @param name of its file, below the folder of pictures, with slashes between folders
 * @param width pixels
 * @param height pixels
 */
public record AnnotatedPicture(String name, int width, int height, List<AnnotatedPerson> people) {

    public AnnotatedPicture {
        people = List.copyOf(people);
        if (name.isEmpty() || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "picture '" + name + "' of " + width + "×" + height + "; it needs a name and a size");
        }
    }
}
