package pose.ingest.source.picture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import pose.ingest.SourceException;

/**
 * One kind of picture (size, pixel format, colours) to what a JPEG holds: YUV 4:2:0, full range, the colour matrix of BT.601
 * (JFIF 1.02). Area averaging where the picture gets smaller, so that thin limbs do not alias.
 */
final class Scaler implements AutoCloseable {

    private static final int FULL_STRENGTH = 1 << 16;

    private record Look(int width, int height, int format, int matrix, boolean fullRange) {

        static Look of(AVFrame picture) {
            boolean full = picture.color_range() == AVCOL_RANGE_JPEG || plain(picture.format()) != picture.format();
            return new Look(picture.width(), picture.height(), plain(picture.format()), picture.colorspace(), full);
        }
    }

    private final Look look;
    private final SwsContext context;

    private Scaler(Look look, SwsContext context) {
        this.look = look;
        this.context = context;
    }

    static Scaler between(AVFrame picture, PictureSize to) throws SourceException {
        Look look = Look.of(picture);
        boolean smaller = to.width() < look.width || to.height() < look.height;
        SwsContext context = Ffmpeg.allocated(sws_alloc_context());
        context.src_w(look.width).src_h(look.height).src_format(look.format);
        context.dst_w(to.width()).dst_h(to.height()).dst_format(AV_PIX_FMT_YUV420P);
        // Set before the start: a range that is set later is ignored where size and format stay the same.
        context.src_range(look.fullRange ? 1 : 0).dst_range(1);
        // Where only the range changes, nothing is summed up and accurate rounding gives the same picture, at twice the
        // cost.
        boolean plain = to.equals(new PictureSize(look.width, look.height)) && look.format == AV_PIX_FMT_YUV420P;
        context.flags((smaller ? SWS_AREA : SWS_BICUBIC) | (plain ? 0 : SWS_ACCURATE_RND));
        int result = sws_init_context(context, null, null);
        if (result < 0) {
            sws_freeContext(context);
            throw new SourceException("pictures of " + look.width + "×" + look.height + " pixels in pixel format "
                    + look.format + " cannot be converted to " + to + ": " + Ffmpeg.describe(result));
        }
        IntPointer from = sws_getCoefficients(matrix(look.matrix));
        IntPointer into = sws_getCoefficients(SWS_CS_ITU601);
        // RGB has no matrix; there the call answers -1 for the source side and the rest holds.
        sws_setColorspaceDetails(context, from, look.fullRange ? 1 : 0, into, 1, 0, FULL_STRENGTH, FULL_STRENGTH);
        return new Scaler(look, context);
    }

    boolean fits(AVFrame picture) {
        return look.equals(Look.of(picture));
    }

    void scale(AVFrame picture, AVFrame into) throws SourceException {
        // The "J" formats are old names for full range; swscale wants the plain name and the range apart.
        picture.format(look.format);
        int result = sws_scale_frame(context, into, picture);
        if (result < 0) {
            throw new SourceException("a picture cannot be converted: " + Ffmpeg.describe(result));
        }
    }

    private static int plain(int format) {
        if (format == AV_PIX_FMT_YUVJ420P) {
            return AV_PIX_FMT_YUV420P;
        }
        if (format == AV_PIX_FMT_YUVJ422P) {
            return AV_PIX_FMT_YUV422P;
        }
        return format == AV_PIX_FMT_YUVJ444P ? AV_PIX_FMT_YUV444P : format;
    }

    private static int matrix(int colourSpace) {
        if (colourSpace == AVCOL_SPC_BT709) {
            return SWS_CS_ITU709;
        }
        return colourSpace == AVCOL_SPC_BT2020_NCL ? SWS_CS_BT2020 : SWS_CS_ITU601;
    }

    @Override
    public void close() {
        sws_freeContext(context);
    }
}
