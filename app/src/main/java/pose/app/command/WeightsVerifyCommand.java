package pose.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.TextTable;
import pose.cpm.BadWeightsException;
import pose.cpm.Network;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** {@code pose weights verify}. */
@Command(
        name = "verify",
        description = {
            "Checks versions: every file's length and SHA-256 against the manifest, and that the network loads and gives "
                    + "numbers.",
            "",
            "Fails where one version is not whole, after looking at all of them."
        },
        footer = {"", "Examples:", "  pose weights verify", "  pose weights verify lite/2026-11-21.3 --json"})
final class WeightsVerifyCommand implements Callable<Integer> {

    /** @param fault what is wrong, null where nothing is */
    private record Verdict(VersionId id, @Nullable String fault) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", id.name());
            map.put("version", id.version());
            map.put("whole", fault == null);
            if (fault != null) {
                map.put("fault", fault);
            }
            return map;
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME/VERSION",
            description = "Which (default: every version in the store).")
    private List<String> versions = new ArrayList<>();

    @Mixin
    private WeightsStoreOption place = new WeightsStoreOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--json", description = "Print the verdicts as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StoreException {
        List<Verdict> verdicts = new ArrayList<>();
        List<VersionId> asked = versions.stream().map(this::id).toList();
        try (WeightsStore store = place.store()) {
            for (VersionId id : asked.isEmpty() ? store.versions() : asked) {
                verdicts.add(new Verdict(id, fault(store, id)));
            }
        }
        spec.commandLine().getOut().println(json ? json(verdicts) : table(verdicts));
        return verdicts.stream().allMatch(verdict -> verdict.fault() == null) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private VersionId id(String text) {
        try {
            return VersionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private @Nullable String fault(WeightsStore store, VersionId id) throws StoreException {
        try {
            WeightsVersion version = store.open(id);
            engine.load(name -> Network.load(version, name)).close();
            return null;
        } catch (BadWeightsException | UserMistake e) {
            return e.getMessage();
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.NO_SUCH_VERSION) {
                return e.getMessage();
            }
            throw e;
        }
    }

    private static String json(List<Verdict> verdicts) {
        return JsonFigures.text(
                Map.of("versions", verdicts.stream().map(Verdict::toMap).toList()));
    }

    private static String table(List<Verdict> verdicts) {
        TextTable table = TextTable.ofWords("version", "verdict");
        for (Verdict verdict : verdicts) {
            String fault = verdict.fault();
            table.row(verdict.id().toString(), fault == null ? "whole" : fault);
        }
        return table.toString();
    }
}
