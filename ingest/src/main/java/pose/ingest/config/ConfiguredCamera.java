package pose.ingest.config;

import pose.ingest.camera.CameraSettings;

/**
 * A camera as it was written and as it is meant.
 *
 * @param written all of its keys as JSON, references not filled in, a plain password as it is: never to be shown
 */
record ConfiguredCamera(String written, CameraSettings settings) {

    /** The source as it was written: a plain password is in it, a reference is not filled in. */
    String writtenSource() {
        return CamerasYaml.sourceOf(written);
    }

    /** Without what was written. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
