package pose.trainer.experiment;

import java.util.List;

/** One question about pose machines: what to train for it, and what to make of the results. */
public interface Study {

    /** Names files and is the command's word. */
    String name();

    /** T where the user names none: of the network, or the most where the study varies it. */
    int usualStages();

    /** What is trained, with each seed. */
    List<Variant> variants(Setting setting, int parts);

    /** The answer. */
    Report report(Setting setting, Results results);
}
