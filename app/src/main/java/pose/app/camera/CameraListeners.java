package pose.app.camera;

import java.util.List;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceFormat;
import pose.ingest.camera.CameraListener;
import pose.schema.GapReason;

/** Tells each of several listeners in turn. */
final class CameraListeners implements CameraListener {

    private final List<CameraListener> all;

    CameraListeners(List<CameraListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void connected(String camera, SourceFormat format) {
        all.forEach(listener -> listener.connected(camera, format));
    }

    @Override
    public void lost(String camera, Fault fault, String detail) {
        all.forEach(listener -> listener.lost(camera, fault, detail));
    }

    @Override
    public void ended(String camera) {
        all.forEach(listener -> listener.ended(camera));
    }

    @Override
    public void published(String camera, int bytes) {
        // No iterator: this is called for each frame.
        for (int i = 0; i < all.size(); i++) {
            all.get(i).published(camera, bytes);
        }
    }

    @Override
    public void missing(String camera, GapReason reason, long frames, String detail) {
        all.forEach(listener -> listener.missing(camera, reason, frames, detail));
    }
}
