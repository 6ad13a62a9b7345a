/** What promises about candidates on trial are tested with. */
@NullMarked
package pose.e2e.trial;

import org.jspecify.annotations.NullMarked;
