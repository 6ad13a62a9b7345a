package pose.ingest.source.picture;

import java.util.Optional;
import pose.schema.Truth;

/** A picture as a JPEG, with its true keypoints in pixels of the JPEG where they are known. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedPicture(PictureSize size, byte[] jpeg, Optional<Truth> truth) {}
