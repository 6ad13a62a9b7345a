package pose.app.bench;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import pose.app.console.TextTable;

/** A report of {@code pose bench stream} for people. */
public final class StreamTables {

    private StreamTables() {}

    /** Several lines, no line end behind the last. */
    public static String text(StreamReport report) {
        return String.join(System.lineSeparator(), setup(report), "", throughput(report), "", latency(report));
    }

    private static String setup(StreamReport report) {
        StreamPlan plan = report.plan();
        return String.format(
                Locale.ROOT,
                "%d cameras on %d partitions, %d×%d JPEG of %.0f KiB, batches of %d within %d ms, %s, %d processors",
                plan.cameras(),
                plan.partitions(),
                plan.width(),
                plan.height(),
                report.pictureBytes() / 1024.0,
                plan.maxBatch(),
                plan.batching().maxDelay().toMillis(),
                plan.exactlyOnce() ? "exactly once" : "at least once",
                Runtime.getRuntime().availableProcessors());
    }

    private static String throughput(StreamReport report) {
        TextTable table = new TextTable("from a backlog", "bare loop", "stream", "goal");
        table.row("frames/s", one(report.bareRate()), one(report.backlogRate()), "");
        table.row("stream over bare loop", "", three(report.ratio()), "≥ " + two(StreamReport.RATIO_GOAL));
        table.row("batch fill", "1.00", two(report.backlogFill()), "≥ " + two(StreamReport.FILL_GOAL));
        row(table, report, "inference of a batch, ms", BareTurn.Speed::inferredMillis, BacklogTurn::inferredMillis);
        row(
                table,
                report,
                "share of the time that the engine is at work",
                BareTurn.Speed::engineBusy,
                BacklogTurn::engineBusy);
        row(table, report, "CPU, ms a frame", BareTurn.Speed::cpuMillis, turn -> turn.cpu().stream());
        table.row(
                "CPU of the broker, ms a frame",
                "",
                two(StreamReport.median(report.backlog(), turn -> turn.cpu().broker())),
                "");
        return table.toString();
    }

    private static void row(
            TextTable table,
            StreamReport report,
            String name,
            ToDoubleFunction<BareTurn.Speed> bare,
            ToDoubleFunction<BacklogTurn> stream) {
        table.row(name, two(report.bareMedian(bare)), two(StreamReport.median(report.backlog(), stream)), "");
    }

    private static String latency(StreamReport report) {
        SteadyRun steady = report.steady();
        TextTable table = new TextTable(
                String.format(Locale.ROOT, "at %.1f frames/s, in ms", steady.sentRate()), "p50", "p95", "p99", "goal");
        row(table, "forward", steady.forward(), "p99 ≤ " + one(report.forwardGoalMillis()));
        row(
                table,
                "visible",
                steady.visible(),
                report.plan().exactlyOnce() ? "p50 ≤ " + one(report.visibleGoalMillis()) : "");
        row(table, "a batch's oldest frame waited", steady.queued(), "");
        row(table, "batch waited for its pictures", steady.prepared(), "");
        row(table, "inference of a batch", steady.inferred(), "");
        return String.join(
                System.lineSeparator(),
                table.toString(),
                String.format(
                        Locale.ROOT,
                        "batch fill %.2f · CPU %.1f ms a frame, broker %.1f · this process at most %.0f MiB",
                        report.steadyFill(),
                        steady.cpu().stream(),
                        steady.cpu().broker(),
                        report.peakMebibytes()));
    }

    private static void row(TextTable table, String name, Quantiles values, String goal) {
        table.row(name, one(values.p50()), one(values.p95()), one(values.p99()), goal);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
