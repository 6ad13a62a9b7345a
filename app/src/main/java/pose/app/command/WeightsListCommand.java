package pose.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.console.TextTable;
import pose.app.weights.VersionSummary;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** {@code pose weights list}. */
@Command(
        name = "list",
        description = {
            "Lists a store's versions: when each was made, its network and size, and how it did on its validation.",
            "",
            "A version whose manifest cannot be read is named on standard error, and left out."
        },
        footer = {"", "Examples:", "  pose weights list", "  pose weights list lite --json"})
final class WeightsListCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Only versions of this name.")
    private @Nullable String model;

    @Mixin
    private WeightsStoreOption place = new WeightsStoreOption();

    @Option(names = "--json", description = "Print the versions as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StoreException {
        List<VersionSummary> versions = new ArrayList<>();
        try (WeightsStore store = place.store()) {
            for (VersionId id : store.versions()) {
                if (model == null || model.equals(id.name())) {
                    add(store, id, versions);
                }
            }
            spec.commandLine().getOut().println(json ? json(store, versions) : table(versions));
        }
        return ExitCode.DONE;
    }

    private void add(WeightsStore store, VersionId id, List<VersionSummary> versions) throws StoreException {
        try {
            versions.add(new VersionSummary(store.manifest(id)));
        } catch (BadWeightsException e) {
            spec.commandLine().getErr().println(e.getMessage());
        } catch (StoreException e) {
            // Deleted since it was listed.
            if (e.kind() != StoreException.Kind.NO_SUCH_VERSION) {
                throw e;
            }
        }
    }

    private static String json(WeightsStore store, List<VersionSummary> versions) {
        return JsonFigures.text(Map.of(
                "store",
                store.address(),
                "versions",
                versions.stream().map(VersionSummary::toMap).toList()));
    }

    private static String table(List<VersionSummary> versions) {
        TextTable table = TextTable.ofWords("version", "made", "network", "skeleton", "size", "PCK");
        for (VersionSummary version : versions) {
            table.row(
                    version.manifest().id().toString(),
                    version.manifest().created(),
                    version.model(),
                    version.manifest().skeleton(),
                    version.size(),
                    version.pck());
        }
        return table.toString();
    }
}
