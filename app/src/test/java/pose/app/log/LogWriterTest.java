package pose.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class LogWriterTest {

    @Test
    void shouldMakeAnEntryOfEachLine() {
        // given
        LoggerContext context = new LoggerContext();
        Logger logger = context.getLogger("pose");
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        logger.addAppender(written);
        PrintWriter writer = new PrintWriter(new LogWriter(logger), true);

        // when
        writer.print("frames in 7 ");
        writer.flush();
        writer.println("· poses out {}");
        writer.print("stopped\r\n\n");
        writer.print("unfinished");
        writer.close();

        // then
        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("frames in 7 · poses out {}", "stopped", "unfinished");
    }
}
