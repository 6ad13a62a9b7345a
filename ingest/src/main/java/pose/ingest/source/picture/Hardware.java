package pose.ingest.source.picture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_hw_config;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_find_type_by_name;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_get_type_name;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_iterate_types;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecHWConfig;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Devices that decode, by FFmpeg's name for their kind. One that the machine lacks, or that cannot decode a stream, costs one
 * line in the log: the processor does its work.
 */
public final class Hardware {

    private static final Logger LOG = LoggerFactory.getLogger(Hardware.class);

    /** Opened once and kept: every session shares them. Empty where there is none. */
    private static final ConcurrentMap<String, Optional<AVBufferRef>> DEVICES = new ConcurrentHashMap<>();

    private Hardware() {}

    /**
     * Lets a decoder that is not open yet use the device, where there is one for it.
     *
     * @param name of the source, for the log
     */
    public static void lend(Optional<String> kind, AVCodecContext codec, AVCodec decoder, String name) {
        if (kind.isEmpty()) {
            return;
        }
        Optional<AVBufferRef> device = DEVICES.computeIfAbsent(kind.get(), Hardware::open);
        if (device.isEmpty()) {
            return;
        }
        if (decodes(decoder, av_hwdevice_find_type_by_name(kind.get()))) {
            codec.hw_device_ctx(Ffmpeg.allocated(av_buffer_ref(device.get())));
        } else {
            LOG.warn(
                    "{}: {} cannot decode {}; it is decoded on the processor",
                    name,
                    kind.get(),
                    decoder.name().getString());
        }
    }

    private static Optional<AVBufferRef> open(String kind) {
        int type = av_hwdevice_find_type_by_name(kind);
        if (type == AV_HWDEVICE_TYPE_NONE) {
            LOG.warn("hardware '{}' is unknown (known here: {}); video is decoded on the processor", kind, known());
            return Optional.empty();
        }
        AVBufferRef device = new AVBufferRef(null);
        int result = av_hwdevice_ctx_create(device, type, (BytePointer) null, (AVDictionary) null, 0);
        if (result < 0) {
            LOG.warn(
                    "this machine has no {} device that can be used ({}); video is decoded on the processor",
                    kind,
                    Ffmpeg.describe(result));
            return Optional.empty();
        }
        return Optional.of(device);
    }

    private static String known() {
        List<String> names = new ArrayList<>();
        int type = av_hwdevice_iterate_types(AV_HWDEVICE_TYPE_NONE);
        while (type != AV_HWDEVICE_TYPE_NONE) {
            names.add(av_hwdevice_get_type_name(type).getString());
            type = av_hwdevice_iterate_types(type);
        }
        return String.join(", ", names);
    }

    private static boolean decodes(AVCodec decoder, int type) {
        for (int i = 0; ; i++) {
            AVCodecHWConfig way = avcodec_get_hw_config(decoder, i);
            if (way == null) {
                return false;
            }
            if (way.device_type() == type && (way.methods() & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0) {
                return true;
            }
        }
    }

    /**
     * Brings a decoded picture that lies in a device's memory into this machine's; any other stays as it is.
     *
     * @return FFmpeg's error where it is negative
     */
    public static int fetch(AVFrame picture) {
        if (picture.hw_frames_ctx() == null) {
            return 0;
        }
        AVFrame here = Ffmpeg.allocated(av_frame_alloc());
        int result = av_hwframe_transfer_data(here, picture, 0);
        if (result >= 0) {
            result = av_frame_copy_props(here, picture);
        }
        if (result >= 0) {
            av_frame_unref(picture);
            av_frame_move_ref(picture, here);
        }
        av_frame_free(here);
        return result;
    }
}
