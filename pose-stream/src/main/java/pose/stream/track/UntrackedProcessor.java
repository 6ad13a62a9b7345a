package pose.stream.track;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands events on as they are, where nobody is to be tracked. */
public final class UntrackedProcessor implements Processor<byte[], SeenEvent, byte[], Object> {

    private final String events;
    private ProcessorContext<byte[], Object> context;

    /** @param events the child node that gets every event */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    public UntrackedProcessor(String events) {
        this.events = events;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], SeenEvent> record) {
        context.forward(record.withValue(record.value().event()), events);
    }
}
