package pose.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.output.OutputFiles;
import pose.app.output.PartFile;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.AnnotatedPicture;
import pose.trainer.annotation.Annotations;
import pose.trainer.annotation.BadAnnotationsException;
import pose.trainer.annotation.CvatFile;
import pose.trainer.annotation.LabelsCsv;
import pose.trainer.annotation.PictureNames;

/** {@code pose labels import}: what an annotation tool gave back, as training reads it. */
@Command(
        name = "import",
        description = {
            "Reads labels from an annotation tool and writes them as CSV, which the data set kind csv reads: "
                    + "id,part,x,y,labelled,occluded,picture.",
            "",
            "Formats: coco (COCO keypoints) and cvat (CVAT for images 1.1: skeletons, or points grouped by group_id). Every "
                    + "picture named must be in --pictures. Shapes and crowds that are no labelled person are passed over."
        },
        footer = {
            "",
            "Examples:",
            "  pose labels import annotations.xml --format cvat --pictures mined/pictures --out mined/corrected.csv",
            "  pose evaluate --dataset csv:mined/corrected.csv"
        })
public final class LabelsImportCommand implements Callable<Integer> {

    private static final int NAMED = 3;

    @Parameters(paramLabel = "FILE", description = "What the tool exported: .json or .xml, unpacked.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "coco|cvat",
            required = true,
            converter = AnnotationFormat.Converter.class,
            description = "What it is.")
    private AnnotationFormat format = AnnotationFormat.COCO;

    @Option(
            names = "--skeleton",
            paramLabel = "NAME",
            converter = SkeletonName.class,
            description = "The skeleton that it must be of, e.g. lsp14 (default: the one whose parts it names).")
    private @Nullable Skeleton skeleton;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the pictures that it names.")
    private Path pictures = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            required = true,
            description = "The file to write, or to replace.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        OutputFiles.check("--out", out);
        if (!Files.isDirectory(pictures)) {
            throw new UserMistake("--pictures '" + pictures + "' is no folder");
        }
        CvatFile read = read();
        Annotations labels = read.annotations();
        requirePictures(labels);
        Path folder = out.toAbsolutePath().normalize().resolveSibling(".").normalize();
        boolean isBelow = pictures.toAbsolutePath().normalize().startsWith(folder);
        try (PartFile part = new PartFile("--out", out)) {
            try {
                LabelsCsv.write(
                        part.path(),
                        labels,
                        name -> isBelow ? PictureNames.below(folder, pictures.resolve(name)) : name);
            } catch (IOException e) {
                throw part.unwritable(e);
            }
            part.complete();
        }
        tell(read, isBelow);
        return ExitCode.DONE;
    }

    private CvatFile read() {
        try {
            return format.read(file, Optional.ofNullable(skeleton));
        } catch (BadAnnotationsException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private void requirePictures(Annotations labels) {
        List<String> missing = new ArrayList<>();
        for (AnnotatedPicture picture : labels.pictures()) {
            if (!isThere(picture.name())) {
                missing.add(picture.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new UserMistake("--pictures '" + pictures + "' lacks " + missing.size() + " of "
                    + labels.pictures().size() + " pictures that " + file + " names: '"
                    + String.join("', '", missing.subList(0, Math.min(NAMED, missing.size()))) + "'"
                    + (missing.size() > NAMED ? ", …" : ""));
        }
    }

    private boolean isThere(String name) {
        try {
            Path folder = pictures.normalize();
            Path picture = folder.resolve(name).normalize();
            return picture.startsWith(folder) && Files.isRegularFile(picture);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void tell(CvatFile read, boolean isBelow) {
        Annotations labels = read.annotations();
        spec.commandLine()
                .getOut()
                .println(out + ": " + labels.pictures().size() + " pictures, " + labels.people() + " people, skeleton "
                        + labels.skeleton().name()
                        + (read.passedOver() == 0 ? "" : ", " + read.passedOver() + " other shapes passed over"));
        spec.commandLine().getOut().println("data set csv:" + out + (isBelow ? "" : "?images=" + pictures));
    }
}
