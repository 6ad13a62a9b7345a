package pose.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.OnnxWeights;
import pose.cpm.WeightsVersion;

/** {@code pose weights export}. */
@Command(
        name = "export",
        description = {
            "Writes a version's network as an ONNX model that any ONNX engine runs, without pose.",
            "",
            "Input: picture, N×3×S×S. Outputs: stage1 to stageT, N×(P+1)×M×M, belief maps, the last stage's the best. "
                    + "The model's properties say the rest: parts, sizes, stride, how pixels are to be scaled. "
                    + "Versions published since pose writes ONNX hold the same file already (weights.onnx).",
            "",
            "The model is run beside the weights first, and not written where any stage's belief maps differ by "
                    + "more than 0.0001 of their highest."
        },
        footer = {
            "",
            "Examples:",
            "  pose weights export --onnx pose.onnx",
            "  pose weights export lite/2026-11-21.3 --onnx lite.onnx"
        })
final class WeightsExportCommand implements Callable<Integer> {

    @Mixin
    private VersionArgument weights = new VersionArgument();

    @Option(names = "--onnx", paramLabel = "FILE", required = true, description = "Written; replaced where it exists.")
    private Path onnx = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadWeightsException {
        WeightsVersion version = weights.open();
        byte[] model = OnnxWeights.export(version);
        try {
            Files.write(onnx, model);
        } catch (IOException e) {
            throw new UserMistake("--onnx '" + onnx + "' cannot be written: " + reason(e), e);
        }
        spec.commandLine().getOut().println(version + " as ONNX: " + onnx + ", " + model.length + " bytes");
        return ExitCode.DONE;
    }

    /** Java says no more than the file's name where there is no such folder. */
    private String reason(IOException e) {
        Path folder = onnx.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder)
                ? String.valueOf(e.getMessage())
                : "no folder '" + folder + "'";
    }
}
