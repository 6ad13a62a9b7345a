package pose.app.mine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import pose.app.UserMistake;
import pose.app.event.TopicEvents;
import pose.app.kafka.Cluster;
import pose.app.slice.FrameSearch;
import pose.app.slice.PlacedFrame;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.Original;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.ShadowPose;
import pose.schema.Topic;

/** Goes through pose events once, chooses the hardest frames, and brings their pictures into a folder. */
public final class Mining {

    private static final long MICROS = 1_000_000;

    private final Cluster cluster;
    private final MiningSource source;
    private final MiningRules rules;
    private final MinedFolder folder;
    private final Consumer<String> problems;
    private final Set<String> cameras = new HashSet<>();
    private final Map<HardReason, Integer> reasons = new EnumMap<>(HardReason.class);
    private long events;
    private long hard;

    /** @param problems is told, in one line each, of records that are not what their topic holds; they are left out */
    public Mining(
            Cluster cluster, MiningSource source, MiningRules rules, MinedFolder folder, Consumer<String> problems) {
        this.cluster = cluster;
        this.source = source;
        this.rules = rules;
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Mines. Where there is nothing to mine, nothing is written.
     *
     * @param most frames, at least 1
     * @param apart seconds between two frames of a camera, at least
     * @param progress hears how many events have been looked at
     * @throws UserMistake where a topic is not there, or the folder cannot be written
     */
    public MiningReport run(int most, double apart, LongConsumer progress) {
        cluster.require(source.events(), source.frames());
        source.shadow().ifPresent(cluster::require);
        FrameChoice choice = new FrameChoice(most, Math.round(apart * MICROS));
        folder.before().forEach(frame -> choice.keepApartFrom(frame.camera(), frame.captureTimeUs()));
        try (FrameSearch search = FrameSearch.open(cluster, source.frames())) {
            long begin = source.begin(search);
            long end = source.end(search);
            if (begin >= end) {
                throw new UserMistake("--from is not before --to");
            }
            EventJudge judge = new EventJudge(rules, shadows(begin, end));
            read(source.events(), begin, event -> {
                if (source.hasCamera(event.getCamera()) && isWithin(event.getCaptureTimeUs(), begin, end)) {
                    consider(event, judge, choice);
                    progress.accept(events);
                }
            });
            return fetch(choice.chosen(), search);
        }
    }

    private void consider(PoseFrame event, EventJudge judge, FrameChoice choice) {
        events++;
        cameras.add(event.getCamera());
        Optional<HardFrame> frame = judge.judge(event);
        if (frame.isPresent()) {
            hard++;
            frame.get().hardness().reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            choice.add(frame.get());
        }
    }

    private ShadowDistances shadows(long begin, long end) {
        ShadowDistances distances = new ShadowDistances();
        if (source.shadow().isPresent()) {
            read(source.shadow().get(), begin, (ShadowPose pose) -> {
                if (source.hasCamera(pose.getCamera()) && isWithin(pose.getCaptureTimeUs(), begin, end)) {
                    distances.add(pose);
                }
            });
            if (distances.frames() == 0) {
                problems.accept(
                        "--shadow: topic " + source.shadow().get().name() + " has nothing of these cameras and times");
            }
        }
        return distances;
    }

    private static boolean isWithin(long timeUs, long begin, long end) {
        return timeUs >= begin && timeUs < end;
    }

    private <V> void read(Topic<String, V> topic, long beginUs, Consumer<V> taker) {
        try (TopicEvents<V> records = TopicEvents.open(cluster, topic, true, problems)) {
            records.stopAtEnd();
            records.skipTo(Math.floorDiv(beginUs, 1000));
            while (records.hasMore()) {
                records.poll().forEach(taker);
            }
        }
    }

    private MiningReport fetch(List<HardFrame> chosen, FrameSearch search) {
        List<MinedFrame> mined = new ArrayList<>();
        try (MinedFolder.Writing writing = folder.begin()) {
            for (HardFrame hardFrame : chosen) {
                Optional<PlacedFrame> placed = find(hardFrame.event(), search);
                if (placed.isPresent()) {
                    writing.picture(hardFrame, placed.get().frame());
                    mined.add(MinedFrame.of(hardFrame));
                }
            }
            if (!mined.isEmpty()) {
                writing.complete();
            }
        }
        return new MiningReport(events, cameras.size(), hard, reasons, mined, chosen.size() - mined.size());
    }

    /** Where the event says that it is, or else by its id and time; an event of a replay may be of the original's picture. */
    private static Optional<PlacedFrame> find(PoseFrame event, FrameSearch search) {
        Map<FrameId, Long> ids = new LinkedHashMap<>();
        ids.put(new FrameId(event.getCamera(), event.getEpoch(), event.getSequence()), event.getCaptureTimeUs());
        Original original = event.getOriginal();
        if (original != null) {
            ids.put(
                    new FrameId(event.getCamera(), original.getEpoch(), original.getSequence()),
                    original.getCaptureTimeUs());
        }
        Provenance provenance = event.getProvenance();
        if (provenance != null) {
            Optional<PlacedFrame> there = search.at(provenance.getPartition(), provenance.getOffset());
            if (there.filter(frame -> ids.containsKey(frame.id())).isPresent()) {
                return there;
            }
        }
        return ids.entrySet().stream()
                .map(id -> search.named(id.getKey(), id.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
