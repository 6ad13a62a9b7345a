package pose.app.log;

import java.io.Writer;
import org.slf4j.Logger;

/** Makes an entry of the log of each line that is written. */
final class LogWriter extends Writer {

    private final Logger log;
    private final StringBuilder line = new StringBuilder();

    LogWriter(Logger log) {
        this.log = log;
    }

    @Override
    public void write(char[] characters, int from, int count) {
        synchronized (lock) {
            for (int i = from; i < from + count; i++) {
                if (characters[i] == '\n') {
                    end();
                } else if (characters[i] != '\r') {
                    line.append(characters[i]);
                }
            }
        }
    }

    private void end() {
        if (!line.isEmpty()) {
            log.info(line.toString());
            line.setLength(0);
        }
    }

    @Override
    public void flush() {
        // A line that has not ended yet is no entry yet.
    }

    @Override
    public void close() {
        synchronized (lock) {
            end();
        }
    }
}
