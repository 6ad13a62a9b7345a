package pose.trainer.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pose.skeleton.Skeleton;

/**
 * What a COCO file's keypoints are: the names in its category's {@code keypoints}, in whatever order, are the parts of a
 * skeleton of this project, {@code left_} and {@code right_} being {@code l_} and {@code r_}. A file without names is COCO's
 * own, unless a skeleton is asked for.
 *
 * @param places for each part of the skeleton where it is in the file
 */
record CocoParts(Skeleton skeleton, List<Integer> places) {

    CocoParts {
        places = List.copyOf(places);
    }

    static CocoParts of(Path file, List<JsonNode> categories, Optional<Skeleton> asked) throws BadAnnotationsException {
        Optional<List<String>> named = categories.stream()
                .map(CocoParts::names)
                .flatMap(Optional::stream)
                .findFirst();
        if (named.isEmpty()) {
            return inOrder(asked.orElse(Skeleton.COCO17));
        }
        List<String> names = named.get();
        Skeleton skeleton = asked.isPresent()
                ? asked.filter(s -> has(s, names)).orElse(null)
                : Skeleton.known().filter(s -> has(s, names)).findFirst().orElse(null);
        if (skeleton == null) {
            throw new BadAnnotationsException(file + ": categories: the keypoints " + String.join(", ", names)
                    + " are not the parts of "
                    + asked.map(s -> "skeleton " + s.name() + ", which are " + String.join(", ", s.parts()))
                            .orElseGet(() -> "any of the skeletons " + Skeleton.names()));
        }
        return new CocoParts(
                skeleton, skeleton.parts().stream().map(names::indexOf).toList());
    }

    private static boolean has(Skeleton skeleton, List<String> names) {
        return names.size() == skeleton.size() && Set.copyOf(names).equals(Set.copyOf(skeleton.parts()));
    }

    private static CocoParts inOrder(Skeleton skeleton) {
        return new CocoParts(
                skeleton,
                skeleton.parts().stream().map(skeleton.parts()::indexOf).toList());
    }

    private static Optional<List<String>> names(JsonNode category) {
        JsonNode keypoints = category.path("keypoints");
        if (!keypoints.isArray() || keypoints.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        keypoints.forEach(name -> names.add(ours(name.asText())));
        return Optional.of(names);
    }

    private static String ours(String name) {
        if (name.startsWith("left_")) {
            return "l_" + name.substring("left_".length());
        }
        return name.startsWith("right_") ? "r_" + name.substring("right_".length()) : name;
    }

    /** What COCO calls a part: its own files spell sides out. */
    static String theirs(Skeleton skeleton, String part) {
        if (!skeleton.equals(Skeleton.COCO17)) {
            return part;
        }
        if (part.startsWith("l_")) {
            return "left_" + part.substring(2);
        }
        return part.startsWith("r_") ? "right_" + part.substring(2) : part;
    }

    List<Mark> ordered(List<Mark> marks) {
        return places.stream().map(marks::get).toList();
    }
}
