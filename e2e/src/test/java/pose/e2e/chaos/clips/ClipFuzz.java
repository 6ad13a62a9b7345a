package pose.e2e.chaos.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import pose.e2e.process.PoseProcess;

/** Has spoilt files read in processes of their own; where one dies or hangs, that is written down and another goes on behind it. */
public final class ClipFuzz {

    private static final long SECONDS_A_CLIP = 40;
    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash");

    private final Path folder;
    private final long seed;
    private final List<String> jvm;
    private final Map<String, Integer> ends = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int answered;
    private long frames;
    private long peakMemory;

    private ClipFuzz(Path folder, long seed, List<String> jvm) {
        this.folder = folder;
        this.seed = seed;
        this.jvm = jvm;
    }

    /** Reads so many mutants of a seed. */
    public static ClipFuzz run(Path folder, int count, long seed, Duration longest) throws IOException {
        return run(folder, count, seed, longest, List.of());
    }

    static ClipFuzz run(Path folder, int count, long seed, Duration longest, List<String> furtherJvm)
            throws IOException {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(furtherJvm);
        ClipFuzz fuzz = new ClipFuzz(folder, seed, jvm);
        SoundClips.make(Files.createDirectories(folder.resolve("clips")));
        for (int from = 0; from < count; ) {
            from = fuzz.readFrom(from, count, longest);
        }
        return fuzz;
    }

    /** Returns the number to go on with. */
    private int readFrom(int from, int count, Duration longest) throws IOException {
        Path place = Files.createDirectories(folder.resolve("from-" + from));
        List<String> args = List.of(
                folder.resolve("clips").toString(),
                Long.toString(seed),
                Integer.toString(from),
                Integer.toString(count),
                Long.toString(SECONDS_A_CLIP),
                place.toString());
        try (PoseProcess process = PoseProcess.start(place, ClipReader.class.getName(), jvm, args)) {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(longest)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        peakMemory = Math.max(peakMemory, process.peakMemory().orElse(0));
                        return !process.alive();
                    });
            process.endsWithin(Duration.ofSeconds(10));
            return note(process, place, from);
        }
    }

    private int note(PoseProcess process, Path place, int from) throws IOException {
        int next = from;
        String begun = "nothing";
        for (String line : process.out().lines().toList()) {
            String[] words = line.split("\t", 4);
            if (words[0].equals("begin")) {
                begun = words[1] + " (" + words[2] + ")";
                next = Integer.parseInt(words[1]) + 1;
            } else if (words[0].equals("end")) {
                answered++;
                ends.merge(words[2], 1, Integer::sum);
                if (words[2].equals("whole") || words[2].equals("told")) {
                    frames += Long.parseLong(words[3].split("\t", 2)[0]);
                } else {
                    faults.add("mutant " + begun + ": " + line);
                }
                begun = "";
            }
        }
        if (!begun.isEmpty()) {
            faults.add("mutant " + begun + " ended the process, exit code " + process.exitCode() + ": "
                    + lastWords(process) + keep(place, next - 1));
            ends.merge(process.exitCode() == ClipReader.HANGS ? "hang" : "crash", 1, Integer::sum);
        }
        if (next == from) {
            throw new IllegalStateException("the reader does not begin: " + process.err());
        }
        return next;
    }

    private static String lastWords(PoseProcess process) {
        return process.out()
                        .lines()
                        .filter(line -> line.startsWith("# C ") || line.contains("SIG"))
                        .findFirst()
                        .orElse("")
                + process.err().lines().reduce("", (before, line) -> line);
    }

    /** Where temporary files go, for whoever looks into it. */
    private String keep(Path place, int number) throws IOException {
        ClipMutant mutant = ClipMutant.write(SoundClips.in(folder.resolve("clips")), seed, number, place);
        Path kept = Files.createTempFile(
                "pose-mutant-" + seed + "-" + number + "-",
                mutant.file().getFileName().toString());
        Files.copy(mutant.file(), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return "; kept as " + kept;
    }

    /** How many ended in frames or in one clear line. */
    public int answered() {
        return answered;
    }

    /** Crashes, hangs, exceptions that are no {@code SourceException}, and messages that are not one line naming the file. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The most memory that a reading process had in RAM, bytes. */
    public long peakMemory() {
        return peakMemory;
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + answered + " answered, " + ends + ", " + frames + " frames; most memory "
                + peakMemory / (1 << 20) + " MiB; faults " + faults;
    }
}
