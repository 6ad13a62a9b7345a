/** The parts of a body and where they are in a picture: the words every module shares. Imports nothing. */
@NullMarked
package pose.skeleton;

import org.jspecify.annotations.NullMarked;
