package pose.app.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.stream.StreamListener;

/** Writes a line for each problem of a stream that it goes on from. How many lines that may become, the log itself limits. */
final class StreamLog implements StreamListener {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLog.class);

    @Override
    public void buried(String camera, String origin, String reason) {
        LOG.atWarn()
                .addKeyValue("camera", camera)
                .addKeyValue("record", origin)
                .log("a frame went to the dead letters: {}", reason);
    }

    @Override
    public void retried(int frames, Throwable cause) {
        LOG.atWarn()
                .addKeyValue("frames", frames)
                .log("the engine failed on a batch, which is tried again by halves: {}", cause.toString());
    }
}
