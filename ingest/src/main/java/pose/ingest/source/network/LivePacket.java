package pose.ingest.source.network;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** One picture's coded bytes, and what is known of them beside. */
record LivePacket(AVPacket packet, Arrival arrival) {}
