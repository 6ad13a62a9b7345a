/** Going on with a recording where a run that did not come to its end left it. */
@NullMarked
package pose.ingest.resume;

import org.jspecify.annotations.NullMarked;
