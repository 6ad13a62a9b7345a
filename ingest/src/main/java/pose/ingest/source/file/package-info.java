/** Recorded footage: a video file taken apart, decoded, and held against what its header promised. */
@NullMarked
package pose.ingest.source.file;

import org.jspecify.annotations.NullMarked;
