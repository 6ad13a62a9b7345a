/** Labels and predictions as plain CSV files, so that anybody's can be judged, with errors that name file and line. */
@NullMarked
package pose.trainer.csv;

import org.jspecify.annotations.NullMarked;
