package pose.app.why;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pose.app.compare.PartChange;
import pose.cpm.Manifest;
import pose.schema.Activation;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.Original;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Timings;
import pose.schema.WeightsEvent;

/** A frame's story for people, a line each. */
public final class StoryText {

    /** Of what happened to a version, so much of the latest is told. */
    private static final int EVENTS_TOLD = 6;

    private final List<String> lines = new ArrayList<>();

    private StoryText() {}

    /** The lines. */
    public static List<String> of(FrameStory story, Optional<SecondLook> again) {
        StoryText text = new StoryText();
        text.line("frame", story.id().toString());
        text.answer(story.answer());
        text.frame(story.frame());
        if (story.answer() instanceof Answer.Posed posed) {
            story.weights().ifPresent(weights -> text.weights("weights", weights));
            story.locator().ifPresent(locator -> text.weights("locator", locator));
            text.work(posed.event());
        }
        again.ifPresent(text::again);
        return text.lines;
    }

    private void answer(Answer answer) {
        if (answer instanceof Answer.Posed posed) {
            PoseFrame event = posed.event();
            line("event", posed.place().toString());
            line("seen", people(event));
            original(event.getCamera(), event.getOriginal());
        } else if (answer instanceof Answer.Missing missing) {
            Gap gap = missing.gap();
            line(
                    "gap",
                    gap.getReason() + ", " + gap.getCount() + " frames from " + gap.getFirstSequence() + " on"
                            + (gap.getDetail().isEmpty() ? "" : ": " + gap.getDetail()));
            line("", missing.place().toString());
        } else if (answer instanceof Answer.Buried buried) {
            line("dead letter", buried.reason());
            line("", buried.place().toString());
        } else {
            line("event", "none: no pose event, gap or dead letter is there of it (yet, or any more)");
        }
    }

    private static String people(PoseFrame event) {
        List<Person> people = event.getPeople();
        if (people.isEmpty()) {
            return "nobody";
        }
        double best = people.stream().mapToDouble(Person::getScore).max().orElse(0);
        return String.format(
                        Locale.ROOT,
                        "%d %s, score %.3f",
                        people.size(),
                        people.size() == 1 ? "person" : "people, best",
                        best)
                + tracks(people)
                + (event.getCut() ? "; the scene is cut here" : "");
    }

    private static String tracks(List<Person> people) {
        String tracks = people.stream()
                .filter(person -> person.getTrack() != null)
                .map(person -> person.getTrack() + (Boolean.FALSE.equals(person.getPlays()) ? " (watching)" : ""))
                .collect(Collectors.joining(", "));
        return tracks.isEmpty() ? "" : "; tracks " + tracks;
    }

    private void original(String camera, @Nullable Original original) {
        if (original != null) {
            line(
                    "replay of",
                    camera + "/" + original.getEpoch() + "/" + original.getSequence() + ", taken "
                            + time(original.getCaptureTimeUs()));
        }
    }

    private void frame(Sought sought) {
        if (sought instanceof Sought.Found found) {
            Frame frame = found.frame().frame();
            line(
                    "picture",
                    new RecordPlace(
                                    found.frame().partition().topic(),
                                    found.frame().partition().partition(),
                                    found.frame().offset())
                            + (found.byProvenance() ? "" : " (found by its id)"));
            line(
                    "",
                    frame.getWidth() + "×" + frame.getHeight() + " " + frame.getEncoding() + " of "
                            + frame.getImage().remaining() + " bytes, taken " + time(frame.getCaptureTimeUs()) + " by "
                            + frame.getCaptureClock() + " clock");
        } else if (sought instanceof Sought.Absent absent) {
            line("picture", "gone: " + absent.reason());
        }
    }

    private void weights(String name, WeightsStory weights) {
        line(
                name,
                weights.ref().getName() + "/" + weights.ref().getVersion() + ", SHA-256 "
                        + weights.ref().getSha256());
        if (!weights.trouble().isEmpty()) {
            line("", weights.trouble());
        }
        weights.version().ifPresent(version -> {
            line("", "manifest SHA-256 " + version.manifestSha256() + "; every file is as it says");
            manifest(version.manifest());
        });
        weights.channels().forEach(record -> line("channel", channel(weights, record)));
        List<WeightsEvent> events = weights.events();
        events.subList(Math.max(0, events.size() - EVENTS_TOLD), events.size())
                .forEach(event -> line(
                        "",
                        time(event.getAtUs()) + " " + event.getKind() + " "
                                + (event.getChannel().isEmpty() ? "" : "on " + event.getChannel() + " ")
                                + "by " + event.getInstance()
                                + (event.getDetail().isEmpty() ? "" : ": " + event.getDetail())));
    }

    private void manifest(Manifest manifest) {
        Manifest.ArchitectureWords network = manifest.architecture();
        line(
                "network",
                network.preset() + ", " + network.stages() + " stages, "
                        + network.toArchitecture().input() + ", " + manifest.skeleton());
        line(
                "made",
                manifest.created()
                        + (manifest.parent() == null ? "" : ", from " + manifest.parent())
                        + (manifest.gitCommit() == null ? "" : ", git commit " + manifest.gitCommit()));
        line("trained on", String.valueOf(manifest.training().getOrDefault("data", "nobody says what")));
        manifest.metrics().forEach((name, value) -> line("metric", name + " " + metric(value)));
    }

    /** A metric's parts are for whoever asks for JSON. */
    private static String metric(Object value) {
        return value instanceof Map<?, ?> figures && figures.containsKey("mean")
                ? figures.get("mean") + " (mean)"
                : String.valueOf(value);
    }

    private static String channel(WeightsStory weights, Activation record) {
        String name = record.getName() + "/" + record.getChannel();
        String what = record.getVersion().equals(weights.ref().getVersion())
                ? name + " points to it"
                : name + " pointed to it before " + record.getVersion();
        return what + ": " + record.getKind() + " " + time(record.getAtUs()) + " by " + record.getBy()
                + (record.getWhy().isEmpty() ? "" : " (" + record.getWhy() + ")");
    }

    private void work(PoseFrame event) {
        @Nullable Provenance provenance = event.getProvenance();
        if (provenance == null) {
            line("batch", "the event does not say: it is older than provenance");
        } else {
            line("batch", provenance.getBatch() + " of run " + provenance.getRun());
            line(
                    "",
                    "place " + provenance.getBatchPlace() + " of " + provenance.getBatchSize() + " frames"
                            + (provenance.getEngine().isEmpty() ? "" : ", on " + provenance.getEngine()));
        }
        Timings timings = event.getTimings();
        line(
                "timings",
                String.format(
                        Locale.ROOT,
                        "queued %.1f ms, batched %.1f ms, inferred %.1f ms (the whole batch)",
                        timings.getQueuedUs() / 1e3,
                        timings.getBatchedUs() / 1e3,
                        timings.getInferredUs() / 1e3));
    }

    private void again(SecondLook look) {
        line(
                "again",
                look.weights().getName() + "/" + look.weights().getVersion() + " on " + look.engine() + ", "
                        + (look.batch() == 1 ? "alone" : "a batch of " + look.batch()));
        if (look.identical()) {
            line("", "identical bit for bit");
            return;
        }
        line("", "it differs; " + look.cause());
        List<PartChange> differing = look.differing();
        differing.stream()
                .max(Comparator.comparingDouble(PartChange::pixels))
                .ifPresent(most -> line(
                        "",
                        String.format(
                                Locale.ROOT,
                                "%d parts differ, the most %s by %s (%s of the extent)",
                                differing.size(),
                                most.part(),
                                pixels(most.pixels()),
                                share(most.share()))));
        for (PartChange part : differing) {
            line(
                    "  " + part.part(),
                    String.format(
                            Locale.ROOT,
                            "%s, %s, score %.4f -> %.4f (%+.1e)",
                            pixels(part.pixels()),
                            share(part.share()),
                            part.scoreBefore(),
                            part.scoreAfter(),
                            part.scoreAfter() - part.scoreBefore()));
        }
    }

    private static String pixels(double pixels) {
        return pixels > 0 && pixels < 0.01
                ? String.format(Locale.ROOT, "%.1e px", pixels)
                : String.format(Locale.ROOT, "%.2f px", pixels);
    }

    private static String share(double share) {
        return share > 0 && share < 0.0001
                ? String.format(Locale.ROOT, "%.1e %%", 100 * share)
                : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private void line(String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-13s %s", name, value));
    }
}
