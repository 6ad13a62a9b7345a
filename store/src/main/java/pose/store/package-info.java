/** Where weights versions are kept: a folder, or an S3 bucket, behind one interface. */
@NullMarked
package pose.store;

import org.jspecify.annotations.NullMarked;
