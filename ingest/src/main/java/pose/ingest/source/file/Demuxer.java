package pose.ingest.source.file;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H261;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H263;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import pose.ingest.SourceException;
import pose.ingest.source.network.Patience;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.PictureSize;

/**
 * A video file taken apart into the packets of its one video stream. Opens files only (no network protocol, no playlist that
 * could lead to one), probes at most {@value #PROBE_BYTES} bytes and {@value #MAX_STREAMS} streams, and refuses a declared
 * picture size before anything is decoded.
 */
final class Demuxer implements AutoCloseable {

    private static final int PROBE_BYTES = 5_000_000;
    private static final int MAX_STREAMS = 64;

    /** Containers that hold video in one file. Playlists, image patterns, text and devices stay out. */
    private static final String CONTAINERS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,"
                    + "mjpeg,flv,asf,ogg,ivf,nut,mxf,dv,gif,yuv4mpegpipe,wav,mp3,aac,flac";

    /** For opening and for each packet: more than any disk takes, but no file keeps FFmpeg busy for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final String name;
    private final AVFormatContext container;
    private final Patience patience;
    private final AVPacket packet;
    private final AVStream video;
    private final Completeness completeness;
    private Optional<SourceException> fault = Optional.empty();
    private boolean ended;

    private Demuxer(String name, AVFormatContext container, Patience patience, AVStream video) {
        this.name = name;
        this.container = container;
        this.patience = patience;
        this.video = video;
        this.packet = Ffmpeg.allocated(av_packet_alloc());
        this.completeness = new Completeness(name, container, video);
        if (completeness.countsPictures()) {
            // Otherwise a missing sound packet would end the reading before pictures that are there.
            for (int i = 0; i < container.nb_streams(); i++) {
                container.streams(i).discard(i == video.index() ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
            }
        }
    }

    static Demuxer open(Path file) throws SourceException {
        Ffmpeg.load();
        VideoFile.check(file);
        AVFormatContext container = Ffmpeg.allocated(avformat_alloc_context());
        Patience patience = Patience.of(container);
        patience.reset(LONGEST);
        try {
            openContainer(file, container, patience);
            checkSizes(file.toString(), container);
            int result = avformat_find_stream_info(container, (PointerPointer<?>) null);
            if (result < 0) {
                throw new SourceException(file + " cannot be read: " + why(patience, result));
            }
            checkSizes(file.toString(), container);
            if (container.nb_streams() == 0) {
                throw VideoFile.notAVideo(file, "there is no stream in it");
            }
            return new Demuxer(file.toString(), container, patience, videoStream(file.toString(), container));
        } catch (SourceException | RuntimeException | Error e) {
            avformat_close_input(container);
            patience.close();
            throw e;
        }
    }

    private static void openContainer(Path file, AVFormatContext container, Patience patience) throws SourceException {
        AVDictionary options = new AVDictionary(null);
        // "file:" keeps a name such as a:b.mp4 from being taken for a protocol.
        byte[] url = ("file:" + file + "\0").getBytes(StandardCharsets.UTF_8);
        try (BytePointer path = new BytePointer(url)) {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            av_dict_set(options, "probesize", Integer.toString(PROBE_BYTES), 0);
            av_dict_set(options, "max_streams", Integer.toString(MAX_STREAMS), 0);
            int result = avformat_open_input(container, path, null, options);
            if (result < 0) {
                throw patience.isOver()
                        ? new SourceException(file + " cannot be read: " + why(patience, result))
                        : VideoFile.notAVideo(file, Ffmpeg.describe(result));
            }
        } finally {
            av_dict_free(options);
        }
    }

    private static String why(Patience patience, int error) {
        if (patience.interrupted()) {
            return "interrupted";
        }
        return patience.isOver()
                ? "FFmpeg comes to no end with it within " + LONGEST.toSeconds() + " s"
                : Ffmpeg.describe(error);
    }

    private static void checkSizes(String name, AVFormatContext container) throws SourceException {
        for (int i = 0; i < container.nb_streams(); i++) {
            AVStream stream = container.streams(i);
            AVCodecParameters parameters = stream.codecpar();
            boolean picture = parameters.codec_type() == AVMEDIA_TYPE_VIDEO
                    && (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0;
            boolean stated = parameters.width() != 0 || parameters.height() != 0 || statesSizes(container, parameters);
            if (picture && stated) {
                PictureSize.declared(name, parameters.width(), parameters.height());
            }
        }
    }

    /** Whether 0 × 0 is what the container says; elsewhere it says nothing, and probing finds the size in the stream. */
    private static boolean statesSizes(AVFormatContext container, AVCodecParameters parameters) {
        String format = container.iformat().name().getString();
        boolean states = format.startsWith("mov") || format.startsWith("matroska") || format.equals("avi");
        // For these the mp4 demuxer forgets the container's size in favour of the stream's own (mov.c, mov_read_stsd).
        int id = parameters.codec_id();
        return states && id != AV_CODEC_ID_MPEG4 && id != AV_CODEC_ID_H263 && id != AV_CODEC_ID_H261;
    }

    private static AVStream videoStream(String name, AVFormatContext container) throws SourceException {
        int index = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (index < 0 || (container.streams(index).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new SourceException(name + " has no video stream (it has " + container.nb_streams()
                    + (container.nb_streams() == 1 ? " stream" : " streams") + " of other kinds)");
        }
        return container.streams(index);
    }

    String name() {
        return name;
    }

    AVStream video() {
        return video;
    }

    /** The next whole packet of the video stream, valid until the next call; empty at the end or at a fault. */
    Optional<AVPacket> read() {
        while (!ended) {
            av_packet_unref(packet);
            patience.reset(LONGEST);
            int result = av_read_frame(container, packet);
            if (result < 0) {
                ended = true;
                fault = result == AVERROR_EOF()
                        ? completeness.missing()
                        : Optional.of(completeness.broken(why(patience, result)));
            } else if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0 && packet.stream_index() == video.index()) {
                ended = true;
                fault = Optional.of(completeness.cut());
            } else {
                completeness.saw(packet);
                if (packet.stream_index() == video.index()) {
                    return Optional.of(packet);
                }
            }
        }
        return Optional.empty();
    }

    /** After the last packet: why there are no more, where that is not the end of the recording. */
    Optional<SourceException> fault() {
        return fault;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(container);
        patience.close();
    }
}
