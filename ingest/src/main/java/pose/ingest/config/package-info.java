/** Which cameras a process is to read: {@code cameras.yaml}, what is changed while it runs, and where its passwords come from. */
@NullMarked
package pose.ingest.config;

import org.jspecify.annotations.NullMarked;
