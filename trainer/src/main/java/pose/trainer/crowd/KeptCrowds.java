package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;
import pose.trainer.data.KeptPictures;

/** A data set whose pictures are costly to make, kept in a folder once they are made. */
final class KeptCrowds implements CrowdDataSet {

    private final CrowdDataSet whole;
    private final KeptPictures pictures;

    /** @param folder of these pictures alone; made where it is not there */
    KeptCrowds(CrowdDataSet whole, Path folder) {
        this.whole = whole;
        this.pictures = new KeptPictures(folder);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public boolean isComposed() {
        return whole.isComposed();
    }

    @Override
    public Set<Path> files() {
        return whole.files();
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        Optional<KeptPictures.Kept> kept = pictures.read(index);
        if (kept.isPresent()) {
            return crowd(kept.get(), pictures.text(index));
        }
        Crowd crowd = whole.crowd(index);
        pictures.write(index, new KeptPictures.Kept(crowd.picture(), lines(crowd)));
        return crowd;
    }

    private static Crowd crowd(KeptPictures.Kept kept, Path text) throws DataSetException {
        List<Box> people = new ArrayList<>();
        List<Box> unclear = new ArrayList<>();
        List<Box> labelled = new ArrayList<>();
        List<String> lines = kept.lines();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            List<Box> list = switch (words[0]) {
                case "person" -> people;
                case "unclear" -> unclear;
                case "labelled" -> labelled;
                default -> throw new DataSetException(text + ": '" + line + "' is no box of a kept picture");
            };
            list.add(new Box(
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4])));
        }
        return new Crowd(lines.get(0), kept.picture(), people, unclear, labelled);
    }

    private static List<String> lines(Crowd crowd) {
        List<String> lines = new ArrayList<>();
        lines.add(crowd.id());
        crowd.people().forEach(box -> lines.add(line("person", box)));
        crowd.unclear().forEach(box -> lines.add(line("unclear", box)));
        crowd.labelled().forEach(box -> lines.add(line("labelled", box)));
        return lines;
    }

    private static String line(String kind, Box box) {
        return String.format(Locale.ROOT, "%s %.2f %.2f %.2f %.2f", kind, box.x(), box.y(), box.width(), box.height());
    }
}
