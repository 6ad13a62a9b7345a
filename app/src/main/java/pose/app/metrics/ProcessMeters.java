package pose.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** What any Java process tells of itself: heap, garbage collection, threads, processor, files, resident memory. */
final class ProcessMeters implements AutoCloseable {

    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    void bind(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        ProcessMemory memory = ProcessMemory.ofThisProcess();
        Gauge.builder("process.resident.memory", memory::resident)
                .description("Memory of this process that is in RAM: heap, native memory, stacks, libraries")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("process.resident.memory.max", memory::mostResident)
                .description("The most of this process that has been in RAM at a time")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public void close() {
        garbageCollection.close();
    }
}
