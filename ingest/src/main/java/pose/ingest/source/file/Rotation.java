package pose.ingest.source.file;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a rotation that a file asks of its player and that is not applied here. */
final class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final int MATRIX_BYTES = 9 * 4;

    private Rotation() {}

    static void warn(Demuxer demuxer) {
        AVCodecParameters parameters = demuxer.video().codecpar();
        AVPacketSideData matrix = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.size() < MATRIX_BYTES) {
            return;
        }
        double degrees = av_display_rotation_get(new IntPointer(matrix.data()));
        if (Math.abs(degrees) > 1) {
            LOG.warn(
                    "{} asks to be shown rotated by {}°; its pictures are published as they are stored, unrotated",
                    demuxer.name(),
                    Math.round(-degrees));
        }
    }
}
