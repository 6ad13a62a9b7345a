/** Brings pose events and the truth about their frames together, to be judged as sequences. */
@NullMarked
package pose.app.judge;

import org.jspecify.annotations.NullMarked;
