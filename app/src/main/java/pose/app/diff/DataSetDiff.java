package pose.app.diff;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import pose.app.UserMistake;
import pose.app.compare.PartSpreads;
import pose.app.drawing.FramePicture;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.DataSetRun;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.EvaluatedPerson;
import pose.trainer.judging.Pck;

/** Two versions over a data set: everyone who can be judged, each in the square that evaluation has them looked for in. */
public final class DataSetDiff {

    private static final Pck PCK = new Pck(0.2);

    private final DataSet data;

    public DataSetDiff(DataSet data) {
        this.data = data;
    }

    /**
     * Looks at everyone.
     *
     * @param largest is given every difference
     * @param progress hears how many people were looked at
     * @throws DataSetException where a picture cannot be read
     */
    public Difference of(VersionPair versions, Largest largest, IntConsumer progress) throws DataSetException {
        int[] done = {0};
        // To the evaluation the two versions are what the stages of one are to it otherwise.
        Evaluated evaluated = new DataSetRun(data).run(people -> {
            done[0] += people.size();
            progress.accept(done[0]);
            return versions.look(people);
        });
        PartSpreads spreads = new PartSpreads(data.skeleton());
        for (EvaluatedPerson person : evaluated.people()) {
            TwoLooks looks = new TwoLooks(
                    person.id(), person.poses().get(0), person.poses().get(1));
            spreads.add(looks.distance());
            largest.add(looks, () -> picture(person.index()));
        }
        return new Difference(
                versions.names(),
                data.name(),
                spreads,
                evaluated.people().isEmpty()
                        ? Optional.empty()
                        : Optional.of(List.of(PCK.judge(evaluated.byTorso(0)), PCK.judge(evaluated.byTorso(1)))));
    }

    private BufferedImage picture(int index) {
        try {
            return FramePicture.image(data.sample(index).picture());
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }
}
