package pose.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pose.cpm.ComputeDevice;

/** What a stream's model runs on. */
final class DeviceOptions {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            converter = Devices.class,
            description =
                    "Where the network runs: cpu, gpu:N, or several gpu:N with commas, each with batches of its own "
                            + "(default: cpu).")
    private @Nullable List<ComputeDevice> devices;

    @Option(
            names = "--prepare-threads",
            paramLabel = "N",
            converter = Preparers.class,
            description =
                    "Threads that decode and crop pictures beside the network, 1 to 256 (default: one a processor).")
    private @Nullable Integer preparers;

    List<ComputeDevice> devices() {
        return devices == null ? List.of(ComputeDevice.CPU) : devices;
    }

    int preparers() {
        return preparers == null ? Runtime.getRuntime().availableProcessors() : preparers;
    }

    static final class Devices implements ITypeConverter<List<ComputeDevice>> {
        @Override
        public List<ComputeDevice> convert(String text) {
            try {
                return ComputeDevice.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Preparers extends Bounded {
        Preparers() {
            super(1, 256);
        }
    }
}
