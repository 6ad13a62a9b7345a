/** Studies: the paper's figures and the baselines, run at a chosen scale, written as tables and plots. */
@NullMarked
package pose.trainer.experiment;

import org.jspecify.annotations.NullMarked;
