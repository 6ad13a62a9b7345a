package pose.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** How much of this process is in memory, heap, native memory and libraries together. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** In MiB; absent where the system has no {@code /proc}. */
    static OptionalDouble mebibytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    /** A reading after so many steps. */
    record Reading(int step, double mebibytes) {}

    /** The least-squares line through the later half of the readings: MiB a step. */
    static double slope(List<Reading> readings) {
        List<Reading> later = readings.subList(readings.size() / 2, readings.size());
        double meanStep = later.stream().mapToDouble(Reading::step).average().orElse(0);
        double mean = later.stream().mapToDouble(Reading::mebibytes).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Reading reading : later) {
            product += (reading.step() - meanStep) * (reading.mebibytes() - mean);
            square += (reading.step() - meanStep) * (reading.step() - meanStep);
        }
        return square == 0 ? 0 : product / square;
    }
}
