package pose.ingest.servers;

import java.util.Optional;

/**
 * What an RTSP server serves.
 *
 * @param cameras how many, each with an encoder of its own, at {@code /camera0}, {@code /camera1} …
 * @param login user and password with a colon between, where one is asked for
 * @param pipeline GStreamer's launch line in place of the test picture, ending in a payloader named pay0
 */
public record RtspSettings(CameraPicture picture, int cameras, Optional<String> login, Optional<String> pipeline) {

    public static RtspSettings of(CameraPicture picture) {
        return new RtspSettings(picture, 1, Optional.empty(), Optional.empty());
    }

    public RtspSettings withCameras(int count) {
        return new RtspSettings(picture, count, login, pipeline);
    }

    public RtspSettings withLogin(String user, String password) {
        return new RtspSettings(picture, cameras, Optional.of(user + ":" + password), pipeline);
    }

    public RtspSettings withPipeline(String launchLine) {
        return new RtspSettings(picture, cameras, login, Optional.of(launchLine));
    }

    String launchLine() {
        // A live source: time goes on while nobody looks, as with a camera.
        return pipeline.orElseGet(() -> "( videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width="
                + picture.width() + ",height=" + picture.height() + ",framerate=" + picture.fps()
                + "/1 ! x264enc tune=zerolatency speed-preset=ultrafast bitrate=500 threads=1 key-int-max="
                + picture.framesBetweenKeys()
                + " ! video/x-h264,profile=baseline ! rtph264pay name=pay0 pt=96 config-interval=-1 )");
    }
}
