package pose.app.demo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.WeightsRef;

/** How many people a demo's events tell of, under how many ids, and who located them. */
final class PeopleSeen implements Consumer<PoseFrame> {

    private final Set<Long> ids = new HashSet<>();
    private Optional<String> locator = Optional.empty();
    private long frames;
    private long people;
    private int most;
    private int cuts;

    @Override
    public void accept(PoseFrame event) {
        frames++;
        people += event.getPeople().size();
        most = Math.max(most, event.getPeople().size());
        cuts += event.getCut() ? 1 : 0;
        for (Person person : event.getPeople()) {
            Long track = person.getTrack();
            if (track != null) {
                ids.add(track);
            }
        }
        WeightsRef located = event.getLocator();
        locator = Optional.ofNullable(located).map(ref -> ref.getName() + "/" + ref.getVersion());
    }

    /** Name and version of the locator of the last event; empty where each picture was taken to show one person. */
    Optional<String> locator() {
        return locator;
    }

    /** E.g. {@code 5.8 a frame, at most 6; 7 ids; 1 cut}. */
    String text() {
        double mean = frames == 0 ? 0 : (double) people / frames;
        return String.format(Locale.ROOT, "%.1f a frame, at most %d; ", mean, most)
                + (ids.isEmpty() ? "no ids" : ids.size() == 1 ? "1 id" : ids.size() + " ids")
                + (cuts == 0 ? "" : cuts == 1 ? "; 1 cut" : "; " + cuts + " cuts");
    }
}
