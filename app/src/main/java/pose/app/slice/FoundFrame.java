package pose.app.slice;

import org.apache.kafka.common.header.Headers;
import pose.app.slice.SliceBound.Place;
import pose.schema.Frame;

/**
 * A frame, where it is, and what its record carried beside it.
 *
 * @param place on the topic that it was read from
 */
public record FoundFrame(Frame frame, Place place, Headers headers) {}
