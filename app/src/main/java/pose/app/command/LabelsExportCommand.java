package pose.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.output.OutputFiles;
import pose.app.output.PartFile;
import pose.trainer.annotation.Annotations;
import pose.trainer.annotation.PictureNames;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.Purpose;

/** {@code pose labels export}: a data set's labels for an annotation tool. */
@Command(
        name = "export",
        description = {
            "Writes a data set's labels as an annotation tool takes them.",
            "",
            "Formats: coco (COCO keypoints, person_keypoints_*.json) and cvat (CVAT for images 1.1, one skeleton a person; "
                    + "the task's label is a skeleton 'person' with the parts as points). Coordinates are in hundredths of a "
                    + "pixel. Parts that are labelled but hidden are told as such where the data set is of kind csv or coco. "
                    + "Labels that training would not take are left out, and counted."
        },
        footer = {
            "",
            "Examples:",
            "  pose labels export --dataset csv:mined/labels.csv --format cvat --out mined/annotations.xml",
            "  pose labels export --dataset lspet:data/lspet?last=100 --format coco --out person_keypoints_lspet.json"
        })
public final class LabelsExportCommand implements Callable<Integer> {

    @Option(
            names = "--dataset",
            paramLabel = "KIND:PATH",
            required = true,
            description = DataSets.KINDS + ". Without options what training takes, as in an experiment.")
    private String dataset = "";

    @Option(
            names = "--format",
            paramLabel = "coco|cvat",
            required = true,
            converter = AnnotationFormat.Converter.class,
            description = "What to write.")
    private AnnotationFormat format = AnnotationFormat.COCO;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write, or to replace.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        OutputFiles.check("--out", out);
        DataSet data = open();
        data.summaries().forEach(spec.commandLine().getErr()::println);
        Annotations labels = labels(data);
        try (PartFile file = new PartFile("--out", out)) {
            try {
                format.write(file.path(), labels);
            } catch (IOException e) {
                throw file.unwritable(e);
            } catch (IllegalArgumentException e) {
                throw new UserMistake("--dataset: " + e.getMessage(), e);
            }
            file.complete();
        }
        spec.commandLine()
                .getOut()
                .println(out + ": " + labels.pictures().size() + " pictures of " + PictureNames.folder(data.files())
                        + ", " + labels.people() + " people");
        return ExitCode.DONE;
    }

    private Annotations labels(DataSet data) {
        try {
            return data.annotations()
                    .orElseThrow(() -> new UserMistake(
                            "--dataset '" + dataset + "' has no picture files that an annotation tool could show"));
        } catch (IllegalArgumentException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }

    private DataSet open() {
        try {
            return DataSets.open(dataset, Purpose.TRAINING);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--dataset: " + e.getMessage(), e);
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }
}
