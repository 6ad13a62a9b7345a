/** Where pictures come from: one folder for each kind of source, and here what opens them by their URL. */
@NullMarked
package pose.ingest.source;

import org.jspecify.annotations.NullMarked;
