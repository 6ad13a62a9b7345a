/** Hard examples out of the topics: which frames are probably wrong, their pictures, and a folder that training reads. */
@NullMarked
package pose.app.mine;

import org.jspecify.annotations.NullMarked;
