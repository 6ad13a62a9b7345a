package pose.trainer.judging.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pose.cpm.Subject;
import pose.cpm.TestTimeEstimator;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;
import pose.trainer.judging.DataSetRun;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.EvaluatedPerson;

/**
 * The report's pictures as HTML.
 *
 * @param samples belief maps by stage on some people, from good to bad
 * @param worst truth and prediction of the people found worst
 */
public record ReportPictures(List<String> samples, List<String> worst) {

    /** No pictures, where there is nobody. */
    public static final ReportPictures NONE = new ReportPictures(List.of(), List.of());

    private static final int WORST = 15;

    /** Where in the order from worst to best the samples are taken. */
    private static final double[] RANKS = {0.95, 0.7, 0.4, 0.15};

    public ReportPictures {
        samples = List.copyOf(samples);
        worst = List.copyOf(worst);
    }

    /**
     * Draws them.
     *
     * @param data that was evaluated: the pictures are read again
     * @param estimator that was evaluated
     */
    public static ReportPictures of(DataSet data, Evaluated evaluated, TestTimeEstimator estimator)
            throws DataSetException {
        List<EvaluatedPerson> people = evaluated.worstFirst();
        List<String> worst = new ArrayList<>();
        for (EvaluatedPerson person : people.subList(0, Math.min(WORST, people.size()))) {
            worst.add(PersonSheet.figure(
                    evaluated.skeleton(), person, subject(data, person), caption(evaluated, person)));
        }
        List<String> samples = new ArrayList<>();
        for (int index : ranks(people.size())) {
            EvaluatedPerson person = people.get(index);
            Subject subject = subject(data, person);
            samples.add("<div class=\"sample\">\n"
                    + PersonSheet.figure(evaluated.skeleton(), person, subject, caption(evaluated, person))
                    + PersonSheet.beliefs(evaluated.skeleton(), subject, estimator.look(List.of(subject)))
                    + "</div>\n");
        }
        return new ReportPictures(samples, worst);
    }

    private static List<Integer> ranks(int people) {
        List<Integer> indices = new ArrayList<>();
        for (double rank : RANKS) {
            int index = (int) Math.floor(rank * people);
            if (people > 0 && !indices.contains(index)) {
                indices.add(index);
            }
        }
        return indices;
    }

    private static Subject subject(DataSet data, EvaluatedPerson person) throws DataSetException {
        Sample sample = data.sample(person.index());
        return DataSetRun.subject(sample);
    }

    private static String caption(Evaluated evaluated, EvaluatedPerson person) {
        return String.format(Locale.ROOT, "%s: %.2f torsos off on average", person.id(), evaluated.meanError(person));
    }
}
