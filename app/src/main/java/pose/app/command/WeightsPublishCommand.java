package pose.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.cpm.BadWeightsException;
import pose.store.Published;
import pose.store.StoreException;
import pose.store.VersionFiles;
import pose.store.WeightsStore;

/** {@code pose weights publish}. */
@Command(
        name = "publish",
        description = {
            "Copies a version into a store, all of it or nothing, and prints where it is now.",
            "",
            "Every file is checked against the manifest first. The same version may be published again, e.g. after a kill; "
                    + "one with other bytes is refused: versions never change."
        },
        footer = {
            "",
            "Examples:",
            "  pose weights publish --to runs/store                    the version that comes with pose",
            "  pose weights publish lite/2026-11-21.3 --to s3://models/pose",
            "  pose weights publish lite/2026-11-21.3 --to 's3://models?endpoint=http://localhost:9000'"
        })
final class WeightsPublishCommand implements Callable<Integer> {

    @Mixin
    private VersionArgument weights = new VersionArgument();

    @Option(
            names = "--to",
            paramLabel = "STORE",
            required = true,
            description = "The store that it is copied into, as --weights-store takes it.")
    private String to = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws BadWeightsException, StoreException {
        try (WeightsStore target = WeightsStoreOption.store(spec, "--to", to)) {
            VersionFiles version = weights.read();
            if (target.publish(version) == Published.SAME) {
                spec.commandLine().getErr().println(version.id() + " was there already, the same");
            }
            spec.commandLine().getOut().println(target.place(version.id()));
        }
        return ExitCode.DONE;
    }
}
