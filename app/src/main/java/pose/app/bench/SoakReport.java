package pose.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pose.app.console.TextTable;

/**
 * What {@code pose bench soak} saw.
 *
 * @param readings over the time, in order, at least one
 * @param sent frames sent in all
 * @param answered events seen in all, and dead letters not among them
 * @param peakMebibytes the most memory that the stream's process had
 * @param cpuMillis processor time of the stream's process, milliseconds a frame, its start with it
 */
public record SoakReport(List<SoakReading> readings, int sent, int answered, double peakMebibytes, double cpuMillis) {

    private record Column(String name, String json, ToDoubleFunction<SoakReading> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "resident memory, MiB",
                    "resident_mebibytes",
                    r -> r.process().residentMebibytes()),
            new Column("heap, MiB", "heap_mebibytes", SoakReading::heapMebibytes),
            new Column("direct buffers, MiB", "direct_mebibytes", SoakReading::directMebibytes),
            new Column("threads", "threads", r -> r.process().threads()),
            new Column("open files", "files", r -> r.process().files()));

    public SoakReport {
        readings = List.copyOf(readings);
    }

    private Trend trend(Column column) {
        return Trend.ofLaterHalf(
                readings.stream().mapToDouble(SoakReading::minutes).toArray(),
                readings.stream().mapToDouble(column.value()).toArray());
    }

    /** Whether nothing grows beyond the readings' scatter, over the later half. */
    public boolean isFlat() {
        return COLUMNS.stream().map(this::trend).noneMatch(trend -> trend.slope() > 0 && !trend.isFlat());
    }

    /** For people. */
    public String text() {
        TextTable table = new TextTable(
                "over the later half", "first", "last", "lowest", "highest", "a minute", "std. error", "");
        List<SoakReading> later = readings.subList(readings.size() / 2, readings.size());
        for (Column column : COLUMNS) {
            double first = column.value().applyAsDouble(later.get(0));
            if (Double.isNaN(first)) {
                continue;
            }
            Trend trend = trend(column);
            table.row(
                    column.name(),
                    one(first),
                    one(column.value().applyAsDouble(later.get(later.size() - 1))),
                    one(later.stream().mapToDouble(column.value()).min().orElse(Double.NaN)),
                    one(later.stream().mapToDouble(column.value()).max().orElse(Double.NaN)),
                    String.format(Locale.ROOT, "%+.3f", trend.slope()),
                    String.format(Locale.ROOT, "%.3f", trend.standardError()),
                    trend.isFlat() ? "flat" : "grows");
        }
        return String.format(
                        Locale.ROOT,
                        "%d frames sent, %d answered in %.1f minutes · resident memory at most %.0f MiB · CPU %.1f ms a frame",
                        sent,
                        answered,
                        readings.get(readings.size() - 1).minutes(),
                        peakMebibytes,
                        cpuMillis)
                + System.lineSeparator()
                + table;
    }

    /** As {@code --json} writes it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames_sent", sent);
        map.put("frames_answered", answered);
        map.put("minutes", readings.get(readings.size() - 1).minutes());
        map.put("resident_peak_mebibytes", peakMebibytes);
        map.put("stream_cpu_ms_per_frame", cpuMillis);
        map.put("flat", isFlat());
        for (Column column : COLUMNS) {
            Trend trend = trend(column);
            map.put(column.json() + "_per_minute", trend.slope());
            map.put(column.json() + "_per_minute_standard_error", trend.standardError());
        }
        map.put("readings", readings.stream().map(SoakReading::toMap).toList());
        return map;
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
