/** A real S3 server in a test's own process, for this module's tests and others'. */
@NullMarked
package pose.store.server;

import org.jspecify.annotations.NullMarked;
