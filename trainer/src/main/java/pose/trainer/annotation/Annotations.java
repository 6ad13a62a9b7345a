package pose.trainer.annotation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pose.skeleton.Skeleton;

/**
 * Labelled pictures.
 *
 * @param pictures in order, each name once
 */
public record Annotations(Skeleton skeleton, List<AnnotatedPicture> pictures) {

    public Annotations {
        pictures = List.copyOf(pictures);
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (AnnotatedPicture picture : pictures) {
            if (!names.add(picture.name())) {
                throw new IllegalArgumentException("picture '" + picture.name() + "' is there twice");
            }
            for (AnnotatedPerson person : picture.people()) {
                if (!ids.add(person.id())) {
                    throw new IllegalArgumentException(
                            "id '" + person.id() + "' is there twice; the second time in '" + picture.name() + "'");
                }
                if (person.marks().size() != skeleton.size()) {
                    throw new IllegalArgumentException("'" + person.id() + "' has "
                            + person.marks().size() + " parts; skeleton " + skeleton.name() + " has "
                            + skeleton.size());
                }
            }
        }
    }

    /** How many people there are in all pictures. */
    public int people() {
        return pictures.stream().mapToInt(picture -> picture.people().size()).sum();
    }
}
