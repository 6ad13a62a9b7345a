package pose.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A stream's numbers, as it tells them in Prometheus' text format. */
final class MetricsPage {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI page;

    MetricsPage(URI page) {
        this.page = page;
    }

    /** The page now; empty where it does not answer. */
    String read() {
        try {
            return client.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** The sum of a metric's samples that have a label; NaN where there are none. */
    static double sum(String text, String metric, String label) {
        double[] values = text.lines()
                .filter(line -> line.startsWith(metric + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        double sum = values.length == 0 ? Double.NaN : 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
