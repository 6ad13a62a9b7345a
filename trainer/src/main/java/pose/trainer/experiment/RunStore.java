package pose.trainer.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finished runs as files, one each: what an experiment that was broken off need not do again. */
final class RunStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder made when the first run is kept */
    RunStore(Path folder) {
        this.folder = folder;
    }

    /**
     * The run's result, where it is kept.
     *
     * @param conditions that it has to have been run under
     * @throws IllegalArgumentException where what is kept was run under others; names them
     */
    Optional<RunResult> find(String study, String variant, long seed, Map<String, String> conditions)
            throws IOException {
        Path file = file(study, variant, seed);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        RunResult kept = read(file);
        for (Map.Entry<String, String> now : new TreeMap<>(conditions).entrySet()) {
            String then = kept.conditions().getOrDefault(now.getKey(), "nothing");
            if (!then.equals(now.getValue())) {
                throw new IllegalArgumentException(file + " was run with " + now.getKey() + " " + then + ", this is "
                        + now.getValue() + "; name another folder with --out, or begin anew without --resume");
            }
        }
        return Optional.of(kept);
    }

    private static RunResult read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), RunResult.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no run's result; delete it and the run is done again", e);
        }
    }

    /** Keeps a result: written beside, then renamed, so that a file is whole or not there. */
    void keep(RunResult result) throws IOException {
        Files.createDirectories(folder);
        Path file = file(result.study(), result.variant(), result.seed());
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        JSON.writeValue(beside.toFile(), result);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String study, String variant, long seed) {
        String safe = variant.replaceAll("[^A-Za-z0-9.-]+", "_");
        return folder.resolve(study + "-" + safe + "-seed" + seed + ".json");
    }
}
