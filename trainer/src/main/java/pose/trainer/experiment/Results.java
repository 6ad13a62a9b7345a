package pose.trainer.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All runs of a study, in the order of its variants and then of the seeds.
 *
 * @param trainingName what the training set is, e.g. {@code 4000 of lspet 1-8000}
 * @param validationName what the validation set is
 */
public record Results(String trainingName, String validationName, List<RunResult> runs) {

    public Results {
        runs = List.copyOf(runs);
    }

    /** The variants' names, in order. */
    List<String> variants() {
        return runs.stream().map(RunResult::variant).distinct().toList();
    }

    /** A variant's runs. */
    List<RunResult> of(String variant) {
        return runs.stream().filter(run -> run.variant().equals(variant)).toList();
    }

    /** Facts that all runs of a variant share. */
    Facts facts(String variant) {
        return of(variant).get(0).facts();
    }

    /** Mean and spread over a variant's runs. */
    Spread spread(String variant, ToDoubleFunction<RunResult> figure) {
        return Spread.of(of(variant).stream().map(figure::applyAsDouble).toList());
    }
}
