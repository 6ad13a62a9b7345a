package pose.app.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.channel.Channel;
import pose.ingest.CameraId;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.schema.TrialRules;

/** How a candidate is to be tried. */
final class TrialOptions {

    private static final Trial USUAL = new Trial(TrialMode.SHADOW, 0.1, List.of(), null);

    @Option(
            names = "--shadow",
            paramLabel = "SHARE",
            converter = ShareOf.class,
            description =
                    "Try it in the shadow: it looks at this share of the frames too, e.g. 0.1 or 10%%, and what it sees goes to "
                            + "pose.shadow.v1 with the distance to what the serving version saw; pose events stay as they are (default on channel candidate: 0.1).")
    private @Nullable Double shadow;

    @Option(
            names = "--canary",
            paramLabel = "SHARE",
            converter = ShareOf.class,
            description = "Let it serve this share of the cameras, by a hash of their ids: always the same ones, and a "
                    + "larger share adds to them. The serving version looks at their frames in the shadow.")
    private @Nullable Double canary;

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description =
                    "Let it serve exactly these cameras, with commas between them; with --shadow look at these cameras' "
                            + "frames only.")
    private @Nullable List<String> cameras;

    @Mixin
    private TrialRuleOptions rules = new TrialRuleOptions();

    /** The trial that is asked for; empty where none is. What makes no sense together is wrong usage. */
    Optional<Trial> trial(CommandSpec command) {
        if (shadow != null && canary != null) {
            throw wrong(command, "--shadow and --canary are two ways to try a version; give one of them");
        }
        if (canary != null && cameras != null) {
            throw wrong(command, "--canary SHARE chooses cameras by hash and --cameras names them; give one of them");
        }
        List<String> named = cameras == null ? List.of() : cameras;
        for (String id : named) {
            if (!CameraId.isOne(id)) {
                throw wrong(
                        command,
                        "--cameras '" + id
                                + "' is no camera's id: 1 to 100 letters, digits, dots, underscores and hyphens");
            }
        }
        @Nullable TrialRules asked = rules.rules();
        if (shadow != null) {
            return Optional.of(new Trial(TrialMode.SHADOW, shadow, named, asked));
        }
        if (canary != null || cameras != null) {
            return Optional.of(new Trial(TrialMode.CANARY, canary == null ? 0 : canary, named, asked));
        }
        if (asked != null) {
            throw wrong(
                    command,
                    "rules decide about a trial, and none is asked for: give --shadow SHARE, --canary SHARE or --cameras ID,…");
        }
        return Optional.empty();
    }

    /**
     * The trial on a channel. A candidate of which nothing is said is tried in the shadow; what is on the channel that serves
     * cannot be tried, it would serve at once.
     */
    Optional<Trial> trialOn(String channel, CommandSpec command) {
        Optional<Trial> asked = trial(command);
        if (asked.isPresent() && channel.equals(Channel.STABLE)) {
            throw wrong(
                    command,
                    "a trial is asked for, and on channel " + channel
                            + " the version would serve every camera at once; add " + "--channel " + Channel.CANDIDATE);
        }
        return asked.isEmpty() && channel.equals(Channel.CANDIDATE) ? Optional.of(USUAL) : asked;
    }

    private static ParameterException wrong(CommandSpec command, String message) {
        return new ParameterException(command.commandLine(), message);
    }

    static final class ShareOf extends BoundedNumber {
        ShareOf() {
            super(0, 1, true);
        }
    }
}
