package pose.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.Annotations;
import pose.trainer.annotation.BadAnnotationsException;
import pose.trainer.annotation.CocoLabels;
import pose.trainer.annotation.CvatFile;
import pose.trainer.annotation.CvatLabels;

/** The forms of labels that annotation tools take and give. */
enum AnnotationFormat {
    /** {@code person_keypoints_*.json}. */
    COCO,

    /** CVAT for images 1.1. */
    CVAT;

    /** As options have them. */
    static final class Converter implements ITypeConverter<AnnotationFormat> {
        @Override
        public AnnotationFormat convert(String text) {
            return Stream.of(values())
                    .filter(format -> format.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not allowed; allowed: "
                            + Stream.of(values()).map(AnnotationFormat::word).collect(Collectors.joining(", "))));
        }
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void write(Path file, Annotations labels) throws IOException {
        switch (this) {
            case COCO -> CocoLabels.write(file, labels);
            case CVAT -> CvatLabels.write(file, labels);
        }
    }

    /** What a file has; shapes that are no labels of people are passed over. */
    CvatFile read(Path file, Optional<Skeleton> skeleton) throws BadAnnotationsException {
        return switch (this) {
            case COCO -> new CvatFile(CocoLabels.read(file, skeleton), 0);
            case CVAT -> CvatFile.read(file, skeleton);
        };
    }
}
