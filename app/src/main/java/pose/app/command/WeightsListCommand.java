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
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.channel.Channels;
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
        footer = {
            "",
            "Examples:",
            "  pose weights list",
            "  pose weights list lite --json",
            "  pose weights list --channels"
        })
final class WeightsListCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Only versions of this name.")
    private @Nullable String model;

    @Mixin
    private WeightsStoreOption place = new WeightsStoreOption();

    @Option(names = "--channels", description = "Say which channels point to each version, too: asks Kafka.")
    private boolean channels;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--json", description = "Print the versions as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StoreException, ChannelException {
        List<VersionSummary> versions = new ArrayList<>();
        ChannelState state = channels ? state() : ChannelState.EMPTY;
        try (WeightsStore store = place.store()) {
            for (VersionId id : store.versions()) {
                if (model == null || model.equals(id.name())) {
                    add(store, id, state.channelsOf(id), versions);
                }
            }
            spec.commandLine().getOut().println(json ? json(store, versions) : table(versions));
        }
        return ExitCode.DONE;
    }

    private ChannelState state() throws ChannelException {
        try (Channels all = ChannelClients.connect(kafka, spec)) {
            return all.read();
        }
    }

    private void add(WeightsStore store, VersionId id, List<String> pointing, List<VersionSummary> versions)
            throws StoreException {
        try {
            versions.add(new VersionSummary(store.manifest(id), pointing));
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

    private String table(List<VersionSummary> versions) {
        List<String> heads = new ArrayList<>(List.of("version", "made", "network", "skeleton", "size", "PCK"));
        if (channels) {
            heads.add("channels");
        }
        TextTable table = TextTable.ofWords(heads.toArray(String[]::new));
        for (VersionSummary version : versions) {
            List<String> words = new ArrayList<>(List.of(
                    version.manifest().id().toString(),
                    version.manifest().created(),
                    version.model(),
                    version.manifest().skeleton(),
                    version.size(),
                    version.pck()));
            if (channels) {
                words.add(String.join(", ", version.channels()));
            }
            table.row(words.toArray(String[]::new));
        }
        return table.toString();
    }
}
