package pose.app.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import pose.schema.BoundingBox;
import pose.schema.Gap;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TrackEvent;

/**
 * Events as short lines for people: when, which camera, which frame, and what. Everybody is told by their number in its colour
 * and how sure the network is of them.
 */
public final class EventLines {

    private final Ink ink;

    public EventLines(Ink ink) {
        this.ink = ink;
    }

    /** E.g. {@code 2026-05-01T18:30:00.040Z gate-1 #17  2 people  1 0.83  4 0.41 watching}. */
    public String line(PoseFrame event) {
        StringBuilder line = head(event.getCaptureTimeUs(), event.getCamera(), event.getSequence());
        if (event.getCut()) {
            line.append("  CUT");
        }
        int people = event.getPeople().size();
        line.append("  ").append(people == 0 ? "nobody" : people == 1 ? "1 person" : people + " people");
        for (Person person : event.getPeople()) {
            Long track = person.getTrack();
            if (track != null) {
                line.append("  ").append(ink.of(track, Long.toString(track)));
            } else {
                line.append("  –");
            }
            line.append(String.format(Locale.ROOT, " %.2f", person.getScore()));
            if (Boolean.FALSE.equals(person.getPlays())) {
                line.append(" watching");
            }
        }
        return line.toString();
    }

    /** E.g. {@code 2026-05-01T18:30:00.040Z gate-1 #17  4 ENTERED at 312,120, 40×110}. */
    public String line(TrackEvent event) {
        StringBuilder line = head(event.getCaptureTimeUs(), event.getCamera(), event.getSequence())
                .append("  ");
        Long track = event.getTrack();
        if (track != null) {
            line.append(ink.of(track, track + " " + event.getKind()));
        } else {
            line.append(event.getKind());
        }
        BoundingBox box = event.getBox();
        if (box != null) {
            line.append(String.format(
                    Locale.ROOT, " at %.0f,%.0f, %.0f×%.0f", box.getX(), box.getY(), box.getWidth(), box.getHeight()));
        }
        return line.toString();
    }

    /** E.g. {@code 2026-05-01T18:30:00.040Z gate-1 #17  3 frames missing: CAMERA_LOST, connection refused}. */
    public String line(Gap gap) {
        return head(gap.getCaptureTimeUs(), gap.getCamera(), gap.getFirstSequence())
                .append("  ")
                .append(gap.getCount())
                .append(gap.getCount() == 1 ? " frame missing: " : " frames missing: ")
                .append(gap.getReason())
                .append(gap.getDetail().isEmpty() ? "" : ", " + gap.getDetail())
                .toString();
    }

    private static StringBuilder head(long captureTimeUs, String camera, long sequence) {
        Instant taken = Instant.EPOCH.plus(captureTimeUs, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
        return new StringBuilder(128)
                .append(taken)
                .append(' ')
                .append(camera)
                .append(" #")
                .append(sequence);
    }
}
