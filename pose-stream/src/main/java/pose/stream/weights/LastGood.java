package pose.stream.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import pose.channel.Channel;
import pose.cpm.VersionId;

/**
 * A local record of the version that loaded last from each channel, for a start at which the one that is wanted cannot be
 * had. One small file a channel; a damaged one counts as none.
 */
final class LastGood {

    private static final String SHA256 = "[0-9a-f]{64}";

    private final Path folder;

    /** @param folder made when something is written */
    LastGood(Path folder) {
        this.folder = folder;
    }

    /**
     * What was written down.
     *
     * @param skeleton the one that its poses follow
     */
    record Memory(VersionId version, String manifestSha256, String skeleton) {

        Wanted wanted() {
            return new Wanted(version, "", manifestSha256);
        }
    }

    Optional<Memory> of(Channel channel) {
        try {
            List<String> lines = Files.readAllLines(file(channel));
            if (lines.size() < 3 || !lines.get(1).matches(SHA256)) {
                return Optional.empty();
            }
            return Optional.of(new Memory(VersionId.parse(lines.get(0)), lines.get(1), lines.get(2)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes it down, as a whole or not at all.
     *
     * @throws IOException where that cannot be done; a start without it goes by the channel's history
     */
    void remember(Channel channel, Memory loaded) throws IOException {
        Path file = file(channel);
        Files.createDirectories(file.getParent());
        Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
        Files.writeString(beside, loaded.version() + "\n" + loaded.manifestSha256() + "\n" + loaded.skeleton() + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(Channel channel) {
        return folder.resolve(channel.model()).resolve(channel.name());
    }
}
