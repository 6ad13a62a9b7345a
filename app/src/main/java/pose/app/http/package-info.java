/** Answers over HTTP, from the JDK alone: small, bounded in time, threads and bytes. */
@NullMarked
package pose.app.http;

import org.jspecify.annotations.NullMarked;
