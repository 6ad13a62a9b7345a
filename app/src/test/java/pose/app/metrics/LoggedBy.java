package pose.app.metrics;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What one class writes to the log during a test, which is seen here and nowhere else. */
public final class LoggedBy implements BeforeEachCallback, AfterEachCallback {

    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger logger;

    public LoggedBy(Class<?> writer) {
        logger = (Logger) LoggerFactory.getLogger(writer);
    }

    /** In the order of writing. */
    public List<ILoggingEvent> events() {
        return written.list;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        written.start();
        logger.addAppender(written);
        logger.setAdditive(false);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.detachAppender(written);
        logger.setAdditive(true);
    }
}
