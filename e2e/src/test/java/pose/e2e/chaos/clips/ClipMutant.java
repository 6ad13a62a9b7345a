package pose.e2e.chaos.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * One spoilt file, a function of seed and number.
 *
 * @param name what was spoilt and how
 */
record ClipMutant(int number, String name, Path file) {

    /** Writes the mutant of a number over the one before it. */
    static ClipMutant write(List<Path> clips, long seed, int number, Path folder) throws IOException {
        Random dice = new Random(seed * 1_000_003 + number);
        Path clip = clips.get(dice.nextInt(clips.size()));
        List<ClipMutation> mutations = List.of(ClipMutation.values());
        ClipMutation mutation = mutations.get(dice.nextInt(mutations.size()));
        String base = clip.getFileName().toString();
        Path file = folder.resolve("mutant" + base.substring(base.lastIndexOf('.')));
        Files.write(file, mutation.of(Files.readAllBytes(clip), dice));
        return new ClipMutant(number, mutation + " of " + base, file);
    }
}
