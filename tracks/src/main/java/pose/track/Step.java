package pose.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pose.skeleton.Keypoint;

/** Takes one camera's tracks through one new frame. */
final class Step {

    /** Times to live of who is well known by their looks. */
    private static final int WELL_KNOWN_TIMES = 4;

    /** So many mix-ups at most are put right at one frame. */
    private static final int MOST_MIXUPS = 3;

    private final CameraTracks before;
    private final SeenFrame frame;
    private final TrackSettings settings;
    private final Optional<LastFrame> last;

    /** Everyone in the frame, with the looks that are surely their own. */
    private final List<SeenPerson> people;

    private final List<TrackChange> changes = new ArrayList<>();
    private final List<Track> after = new ArrayList<>();
    private final List<Optional<Track>> trackOf;
    private final List<Integer> secondTime = new ArrayList<>();
    private long lastId;

    Step(CameraTracks before, SeenFrame frame, TrackSettings settings) {
        this.before = before;
        this.frame = frame;
        this.settings = settings;
        last = before.last().filter(newest -> newest.epoch() == frame.epoch());
        lastId = last.isPresent() ? before.lastId() : 0;
        trackOf = new ArrayList<>();
        people = Overlaps.without(frame);
        people.forEach(person -> trackOf.add(Optional.empty()));
    }

    TrackStep take() {
        boolean goesOn =
                last.filter(newest -> newest.leadsTo(frame, settings.ttlUs())).isPresent();
        boolean cut = goesOn && last.filter(newest -> newest.cutTo(frame)).isPresent();
        if (cut) {
            changes.add(TrackChange.cut());
        }
        List<Track> followed = new ArrayList<>();
        for (Track track : before.tracks()) {
            if (goesOn && !cut && frame.captureTimeUs() - track.lastSeenUs() <= ttlUs(track)) {
                followed.add(inThisSize(track));
            } else if (track.numbered()) {
                changes.add(TrackChange.of(TrackChange.Kind.LEFT, track));
            }
        }
        Map<Boolean, List<Track>> byNumber = followed.stream().collect(Collectors.partitioningBy(Track::numbered));
        Map<Boolean, List<Track>> byNearness = byNumber.getOrDefault(true, List.of()).stream()
                .collect(Collectors.partitioningBy(track -> track.near(frame.captureTimeUs())));
        List<Track> missing = find(byNearness.getOrDefault(true, List.of()), person -> true);
        find(byNumber.getOrDefault(false, List.of()), person -> !person.faint()).forEach(this::unseen);
        missing.addAll(byNearness.getOrDefault(false, List.of()));
        number(within(settings.ttlUs(), missing));
        meetTheRest();
        putRight();
        after.sort(Comparator.comparingLong(Track::id));
        return new TrackStep(next(), people(), changes, cut);
    }

    /** Who is well known is known again after a longer time. */
    private long ttlUs(Track track) {
        return track.memory().isWellKnown() ? WELL_KNOWN_TIMES * settings.ttlUs() : settings.ttlUs();
    }

    /** Those not unseen for longer; the others, who may be anywhere, are found by their looks alone, as who came back. */
    private List<Track> within(long ttlUs, List<Track> missing) {
        List<Track> within = new ArrayList<>();
        for (Track track : missing) {
            if (frame.captureTimeUs() - track.lastSeenUs() <= ttlUs) {
                within.add(track);
            } else {
                unseen(track);
            }
        }
        return within;
    }

    private Track inThisSize(Track track) {
        double growth = last.map(newest -> newest.growthTo(frame)).orElse(1.0);
        return growth == 1 ? track : track.scaled(growth);
    }

    /** Finds whom it can of these among the people not yet found, and gives the others. */
    private List<Track> find(List<Track> sought, Predicate<SeenPerson> among) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < trackOf.size(); i++) {
            if (trackOf.get(i).isEmpty() && among.test(people.get(i))) {
                open.add(i);
            }
        }
        List<Track.Expected> expected = sought.stream().map(this::expected).toList();
        int[] found = Matching.match(expected, open.stream().map(people::get).toList(), frame.skeleton());
        List<Track> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                seen(sought.get(i), expected.get(i), open.get(found[i]));
            } else {
                missing.add(sought.get(i));
            }
        }
        return missing;
    }

    private void seen(Track track, Track.Expected expected, int person) {
        Track seen = track.seen(expected, people.get(person), frame.captureTimeUs(), settings.steadiness());
        if (track.lost()) {
            changes.add(TrackChange.of(TrackChange.Kind.FOUND, seen));
        }
        if (seen.numbered()) {
            after.add(seen);
        } else {
            secondTime.add(person);
        }
        trackOf.set(person, Optional.of(seen));
    }

    /** Gives whoever was seen for the second time a number: that of one whom nobody found, or one more. */
    private void number(List<Track> missing) {
        List<Track.Expected> expected = missing.stream().map(this::expected).toList();
        int[] found = Matching.matchByLooks(
                expected, secondTime.stream().map(people::get).toList(), frame.skeleton());
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                findAgain(missing.get(i), secondTime.get(found[i]));
            } else {
                unseen(missing.get(i));
            }
        }
        for (int person : secondTime) {
            Track met = trackOf.get(person).orElseThrow();
            if (!met.numbered()) {
                Track entered = met.numbered(++lastId);
                changes.add(TrackChange.of(TrackChange.Kind.ENTERED, entered));
                trackOf.set(person, Optional.of(entered));
                after.add(entered);
            }
        }
    }

    private void findAgain(Track longUnseen, int person) {
        Track found = longUnseen.foundAs(trackOf.get(person).orElseThrow());
        if (longUnseen.lost()) {
            changes.add(TrackChange.of(TrackChange.Kind.FOUND, found));
        }
        trackOf.set(person, Optional.of(found));
        after.add(found);
    }

    private Track.Expected expected(Track track) {
        return track.at(track.secondsUntil(frame.captureTimeUs()), frame.width(), frame.height());
    }

    private void unseen(Track track) {
        boolean lost = track.numbered() && frame.captureTimeUs() - track.lastSeenUs() >= settings.lostAfterUs();
        if (lost && !track.lost()) {
            changes.add(TrackChange.of(TrackChange.Kind.LOST, track));
        }
        Track unseen = track.unseen(lost);
        if (!unseen.wasNobody()) {
            after.add(unseen);
        }
    }

    private void meetTheRest() {
        for (int i = 0; i < trackOf.size(); i++) {
            SeenPerson person = people.get(i);
            if (trackOf.get(i).isEmpty() && person.hasPlace() && !person.faint()) {
                Track met = Track.first(person, frame.captureTimeUs());
                trackOf.set(i, Optional.of(met));
                after.add(met);
            }
        }
    }

    /** Numbers go where the looks say that they belong. */
    private void putRight() {
        for (int round = 0; round < MOST_MIXUPS; round++) {
            Optional<Mixup> found = Mixup.likeliest(after);
            if (found.isEmpty()) {
                return;
            }
            Mixup mixup = found.get();
            changes.addAll(mixup.told());
            List<Track> right = after.stream()
                    .flatMap(track -> mixup.putRight(track).stream())
                    .toList();
            after.clear();
            after.addAll(right);
            trackOf.replaceAll(track -> track.flatMap(mixup::putRight));
        }
    }

    private CameraTracks next() {
        LastFrame newest =
                last.map(of -> of.followedBy(frame, settings.ttlUs())).orElseGet(() -> LastFrame.of(frame));
        List<Long> former = last.isPresent() ? before.formerEpochs() : before.epochsOnceOver();
        return new CameraTracks(Optional.of(newest), former, lastId, after);
    }

    private List<TrackedPerson> people() {
        List<TrackedPerson> people = new ArrayList<>();
        for (int i = 0; i < trackOf.size(); i++) {
            List<Keypoint> raw = frame.people().get(i).keypoints();
            people.add(trackOf.get(i)
                    .map(track -> new TrackedPerson(
                            track.number(),
                            track.pose().keypoints(raw),
                            track.liveliness().plays()))
                    .orElseGet(() -> new TrackedPerson(OptionalLong.empty(), raw, false)));
        }
        return people;
    }
}
