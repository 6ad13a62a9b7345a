package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A whole picture of a live input.
 *
 * @param frame its pixels, freed by {@link #close}
 * @param stamp the camera's own, in ticks of the stream's time base
 * @param arrival of the packet it came in
 * @param wallUs when it was taken, by a wall clock in the picture's own coding, µs since 1970 UTC
 * @param leftOut how many pictures before it could not be decoded
 */
record LivePicture(AVFrame frame, OptionalLong stamp, Arrival arrival, OptionalLong wallUs, long leftOut)
        implements AutoCloseable {

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
