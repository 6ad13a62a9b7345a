package pose.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.weights.VersionSheet;
import pose.cpm.BadWeightsException;
import pose.cpm.WeightsVersion;

/** {@code pose weights show}. */
@Command(
        name = "show",
        description = {
            "Shows a version: its network, what it was trained on and how, its figures, and its files with their SHA-256.",
            "",
            "Every file is checked against the manifest first."
        },
        footer = {"", "Examples:", "  pose weights show", "  pose weights show lite/2026-11-21.3 --json"})
final class WeightsShowCommand implements Callable<Integer> {

    @Mixin
    private VersionArgument weights = new VersionArgument();

    @Option(names = "--json", description = "Print the manifest, which is JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadWeightsException {
        WeightsVersion version = weights.open();
        spec.commandLine()
                .getOut()
                .println(json ? version.manifest().toJson().stripTrailing() : VersionSheet.of(version));
        return ExitCode.DONE;
    }
}
