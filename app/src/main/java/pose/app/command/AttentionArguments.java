package pose.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.ingest.AttentionSettings;
import pose.ingest.AttentionSettings.Corner;

/** Whom a camera is about. */
final class AttentionArguments {

    @Option(
            names = "--region",
            paramLabel = "CORNERS",
            description =
                    "Look only at people whose feet are in this polygon: its 3 to 64 corners in order, each X,Y in "
                            + "shares of width and height, e.g. '0,0.4 1,0.4 1,1 0,1' (default: anywhere).")
    private @Nullable String region;

    @Option(
            names = "--min-height",
            paramLabel = "SHARE",
            description =
                    "Look only at people at least this tall, 0 to 1, a share of the picture's height (default: 0).")
    private @Nullable Double minHeight;

    @Option(
            names = "--only-players",
            description = "Leave out people who do not move about as those who play do, spectators and judges.")
    private boolean onlyPlayers;

    /** The first of these that was given. */
    Optional<String> given() {
        if (region != null) {
            return Optional.of("--region");
        }
        return minHeight != null
                ? Optional.of("--min-height")
                : onlyPlayers ? Optional.of("--only-players") : Optional.empty();
    }

    /** These as checked settings; what is out of range is wrong usage. */
    AttentionSettings settings(CommandSpec command) {
        try {
            if (minHeight != null && !(minHeight >= 0 && minHeight <= 1)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "min-height is %s; allowed: 0 to 1, a share of the picture's height", minHeight));
            }
            return new AttentionSettings(
                    region == null ? List.of() : corners(region), minHeight == null ? 0 : minHeight, onlyPlayers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private static List<Corner> corners(String text) {
        List<Corner> corners = new ArrayList<>();
        for (String corner : text.strip().split("\\s+", -1)) {
            String[] shares = corner.split(",", -1);
            if (shares.length != 2) {
                throw noCorner(corner);
            }
            corners.add(new Corner(share(shares[0], corner), share(shares[1], corner)));
        }
        return corners;
    }

    private static double share(String text, String corner) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw noCorner(corner);
        }
    }

    private static IllegalArgumentException noCorner(String corner) {
        return new IllegalArgumentException("region has a corner '" + corner
                + "'; allowed: X,Y, shares of width and height, as in '0,0.4 1,0.4 0.5,1'");
    }
}
