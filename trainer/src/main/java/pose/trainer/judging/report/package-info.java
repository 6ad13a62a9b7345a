/** What an evaluation found as one self-contained HTML page: tables, plots, belief maps, worst cases. */
@NullMarked
package pose.trainer.judging.report;

import org.jspecify.annotations.NullMarked;
