/**
 * Keeps cameras going over a crash in native code, which no JVM survives: the work is done in a process of its own, and this
 * one starts it again. Imports nothing but the JDK, so that the guard stays small.
 */
@NullMarked
package pose.app.guard;

import org.jspecify.annotations.NullMarked;
