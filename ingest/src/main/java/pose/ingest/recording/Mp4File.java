package pose.ingest.recording;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import pose.ingest.source.picture.Ffmpeg;

/** An mp4 with one video stream, its index in front once it is finished, so that players need not read to the end. */
final class Mp4File implements AutoCloseable {

    private final Path file;
    private final AVFormatContext container;
    private final AVCodecContext codec;
    private final AVStream stream;

    private Mp4File(Path file, AVFormatContext container, AVCodecContext codec, AVStream stream) {
        this.file = file;
        this.container = container;
        this.codec = codec;
        this.stream = stream;
    }

    static Mp4File create(Path file, AVCodecContext codec) throws IOException {
        AVFormatContext container = new AVFormatContext(null);
        check(file, avformat_alloc_output_context2(container, null, "mp4", file.toString()));
        try {
            AVStream stream = avformat_new_stream(container, null);
            if (stream == null) {
                throw new OutOfMemoryError("FFmpeg could not allocate a stream");
            }
            check(file, avcodec_parameters_from_context(stream.codecpar(), codec));
            stream.time_base(codec.time_base());
            stream.avg_frame_rate(codec.framerate());
            openFile(file, container);
            writeHeader(file, container);
            return new Mp4File(file, container, codec, stream);
        } catch (IOException | RuntimeException | Error e) {
            free(container);
            throw e;
        }
    }

    private static void openFile(Path file, AVFormatContext container) throws IOException {
        AVIOContext io = new AVIOContext(null);
        byte[] url = ("file:" + file + "\0").getBytes(StandardCharsets.UTF_8);
        try (BytePointer path = new BytePointer(url)) {
            check(file, avio_open2(io, path, AVIO_FLAG_WRITE, null, (AVDictionary) null));
        }
        container.pb(io);
    }

    private static void writeHeader(Path file, AVFormatContext container) throws IOException {
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "movflags", "+faststart", 0);
            check(file, avformat_write_header(container, options));
        } finally {
            av_dict_free(options);
        }
    }

    /** A packet in the encoder's time base. */
    void write(AVPacket packet) throws IOException {
        av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
        packet.stream_index(stream.index());
        check(file, av_interleaved_write_frame(container, packet));
    }

    /** Writes the index: without it the file cannot be played. */
    void finish() throws IOException {
        check(file, av_write_trailer(container));
    }

    private static void check(Path file, int result) throws IOException {
        if (result < 0) {
            throw new IOException(file + " cannot be written: " + Ffmpeg.describe(result));
        }
    }

    private static void free(AVFormatContext container) {
        AVIOContext io = container.pb();
        if (io != null) {
            avio_closep(io);
            container.pb(null);
        }
        avformat_free_context(container);
    }

    @Override
    public void close() {
        free(container);
    }
}
