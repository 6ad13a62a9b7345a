package pose.app.slice;

import org.apache.kafka.common.header.Headers;
import pose.schema.Frame;

/** A frame and what its record carried beside it. */
public record FoundFrame(Frame frame, Headers headers) {}
