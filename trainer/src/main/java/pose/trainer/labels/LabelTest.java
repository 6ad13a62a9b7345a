package pose.trainer.labels;

import java.util.List;

/** One kind of suspicion. */
interface LabelTest {

    /** The suspicions with a score above 1, in any order. */
    List<Suspicion> suspicions(List<Evidence> everybody);
}
