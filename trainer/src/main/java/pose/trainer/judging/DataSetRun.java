package pose.trainer.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import pose.cpm.Subject;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;
import pose.trainer.judging.oks.PersonArea;

/** Has every person of a data set looked at who can be judged: whose torso or head is known, see {@link Sample#subjectBox}. */
public final class DataSetRun {

    private static final int BATCH = 16;

    private final DataSet data;

    public DataSetRun(DataSet data) {
        this.data = data;
    }

    /**
     * Runs an estimator over the data set.
     *
     * @param estimator subjects to one pose each, in order, for every stage
     * @throws DataSetException where a picture cannot be read
     */
    public Evaluated run(Function<List<Subject>, List<List<Pose>>> estimator) throws DataSetException {
        List<EvaluatedPerson> people = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        List<Sample> waiting = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Sample sample = data.sample(i);
            if (torso(sample).isPresent() || sample.headLength().isPresent()) {
                indices.add(i);
                waiting.add(sample);
            }
            if (waiting.size() == BATCH || (i == data.size() - 1 && !waiting.isEmpty())) {
                people.addAll(look(indices, waiting, estimator));
                indices.clear();
                waiting.clear();
            }
        }
        return new Evaluated(data.skeleton(), people);
    }

    private List<EvaluatedPerson> look(
            List<Integer> indices, List<Sample> samples, Function<List<Subject>, List<List<Pose>>> estimator) {
        List<List<Pose>> stages =
                estimator.apply(samples.stream().map(DataSetRun::subject).toList());
        List<EvaluatedPerson> people = new ArrayList<>(samples.size());
        for (int k = 0; k < samples.size(); k++) {
            Sample sample = samples.get(k);
            int person = k;
            people.add(new EvaluatedPerson(
                    indices.get(k),
                    sample.id(),
                    sample.file(),
                    PersonArea.of(sample.box()),
                    sample.parts(),
                    torso(sample),
                    sample.headLength(),
                    stages.stream().map(poses -> poses.get(person)).toList()));
        }
        return people;
    }

    /** What the estimator gets to see of a sample. */
    public static Subject subject(Sample sample) {
        return new Subject(sample.picture(), sample.subjectBox());
    }

    private OptionalDouble torso(Sample sample) {
        return Torso.length(data.skeleton(), sample.parts());
    }
}
