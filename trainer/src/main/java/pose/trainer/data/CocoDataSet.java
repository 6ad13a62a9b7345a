package pose.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pose.skeleton.Box;
import pose.trainer.annotation.BadAnnotationsException;
import pose.trainer.annotation.CocoFile;

/**
 * COCO keypoints (Lin et al., ECCV 2014), read from {@code person_keypoints_*.json}. A keypoint is labelled where its v is
 * 1 (hidden) or 2 (seen); coordinates count from 0. Every labelled person of a picture is a sample of their own, its id the
 * annotation's, or {@code attributes.id}, and another in the rest's. The given box is the {@code bbox}. Crowds ({@code iscrowd}) are skipped, and
 * people whose picture is not of the size the file says. Keypoints may be those of any skeleton that this project knows, where
 * the category names them.
 */
final class CocoDataSet {

    private CocoDataSet() {}

    /**
     * Opens a label file.
     *
     * @param path the file, or a folder with {@code annotations/person_keypoints_train2017.json} (training) or {@code
     *     …_val2017.json} (judging), or with one {@code person_keypoints*.json}
     * @param images the pictures' folder; without one the first there is of {@code images} beside the file, and of the
     *     folder that the file's name ends in (e.g. {@code val2017}) beside it or one above; else where the file is
     * @throws DataSetException where it is none of COCO's form
     */
    static DataSet open(Path path, Optional<Path> images, Optional<Range> range, Purpose purpose, Selection selection)
            throws DataSetException {
        CocoFolder folder = CocoFolder.of(path, images, purpose);
        CocoFile file = read(folder.labels());
        Intake intake = new Intake(file.skeleton(), selection, range.orElse(Range.ALL));
        Map<Long, List<CocoFile.Person>> people = file.peopleByImage();
        int index = 0;
        for (CocoFile.Image image : file.images()) {
            String where = folder.labels() + ": images (index " + index + ")";
            List<LabelledPerson> labelled = new ArrayList<>();
            for (CocoFile.Person person : people.getOrDefault(image.id(), List.of())) {
                if (person.isCrowd()) {
                    intake.count(Reason.CROWD, String.valueOf(person.id()), index);
                } else {
                    labelled.add(labelled(person));
                }
            }
            Path picture = folder.images().file(image.fileName(), where);
            intake.add(new LabelledPicture(
                    picture, index, labelled, Optional.of(new LabelledPicture.Size(image.width(), image.height()))));
            index++;
        }
        String name = ImageFolder.stem(folder.labels());
        return intake.finish("coco " + name + range.map(r -> " " + r).orElse(""), folder.labels());
    }

    private static CocoFile read(Path file) throws DataSetException {
        try {
            return CocoFile.read(file, Optional.empty());
        } catch (BadAnnotationsException e) {
            throw new DataSetException(String.valueOf(e.getMessage()));
        }
    }

    private static LabelledPerson labelled(CocoFile.Person person) {
        Optional<Box> box = person.box().filter(b -> b.width() > 0 && b.height() > 0);
        String id = person.name().orElse(String.valueOf(person.id()));
        return LabelledPerson.of(id, person.marks(), box);
    }
}
