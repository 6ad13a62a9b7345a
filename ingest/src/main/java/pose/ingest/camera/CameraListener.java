package pose.ingest.camera;

import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.schema.GapReason;

/** Hears what becomes of cameras, on several threads: must be quick and must not throw. */
public interface CameraListener {

    /** Heard by nobody. */
    CameraListener NONE = new CameraListener() {};

    /** The camera is there, or there again: its first frame has come. */
    default void connected(String camera, SourceFormat format) {}

    /** An attempt to reach the camera failed, or the connection is lost; another attempt follows. */
    default void lost(String camera, SourceException.Fault fault, String detail) {}

    /** A recording has come to its end. */
    default void ended(String camera) {}

    /** A frame of so many bytes was acknowledged. */
    default void published(String camera, int bytes) {}

    /** So many frames will not come; told at most about once a second for each reason, and after a gap event was sent. */
    default void missing(String camera, GapReason reason, long frames, String detail) {}
}
