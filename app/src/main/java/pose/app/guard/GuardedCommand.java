package pose.app.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a command line is to be run under a guard: whatever FFmpeg reads for 'ingest', unless the user wants none. Read without
 * the command line's own parser, which a guard has no memory for; what is wrong in it the guarded process tells.
 */
final class GuardedCommand {

    private static final Set<String> NO_GUARD = Set.of("--no-guard", "--help", "-h", "--version", "-V");
    /** What ends by itself; a path has no scheme at all. */
    private static final Set<String> NOT_LIVE = Set.of("file", "images", "synthetic");

    private GuardedCommand() {}

    static boolean wantsGuard(List<String> args) {
        Optional<String> command =
                args.stream().filter(arg -> !arg.startsWith("-")).findFirst();
        if (!command.equals(Optional.of("ingest")) || args.stream().anyMatch(NO_GUARD::contains)) {
            return false;
        }
        return valueOf("--config", args).isPresent()
                || valueOf("--source", args).isPresent();
    }

    /** The recording that is read, which has an end and is not begun anew; empty for live cameras. */
    static Optional<String> recording(List<String> args) {
        return valueOf("--config", args).isPresent()
                ? Optional.empty()
                : valueOf("--source", args).filter(source -> !isLive(source, args.contains("--realtime")));
    }

    private static boolean isLive(String source, boolean realtime) {
        if (source.startsWith("${")) {
            // Nobody knows yet.
            return true;
        }
        // A letter before a colon is a drive of Windows.
        if (!source.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]+:.*")) {
            return false;
        }
        String scheme = source.substring(0, source.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
        return !NOT_LIVE.contains(scheme) || (scheme.equals("synthetic") && realtime);
    }

    private static Optional<String> valueOf(String option, List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals(option) && i + 1 < args.size()) {
                return Optional.of(args.get(i + 1));
            }
            if (args.get(i).startsWith(option + "=")) {
                return Optional.of(args.get(i).substring(option.length() + 1));
            }
        }
        return Optional.empty();
    }
}
