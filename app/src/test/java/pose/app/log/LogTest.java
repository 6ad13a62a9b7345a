package pose.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import pose.app.UserMistake;

/** What logback.xml makes of an event. */
class LogTest {

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(Log.class.getResource("/logback.xml")));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void shouldWriteALineOfText() {
        assertThat(written(event("a frame of {} is bad", "gate 1")))
                .matches("\\d\\d:\\d\\d:\\d\\d WARN {2}Yard: a frame of gate 1 is bad\\R");
    }

    @Test
    void shouldWriteWhatIsSaidAboutItAndNoSecondLine() {
        // given
        LoggingEvent event = event("a frame is bad:\nreally", "gate 1");
        event.addKeyValuePair(new KeyValuePair("camera", "gate\n12:00:00 ERROR forged"));

        // then
        assertThat(written(event))
                .endsWith(
                        "Yard: a frame is bad: really camera=\"gate 12:00:00 ERROR forged\"" + System.lineSeparator());
    }

    @Test
    void shouldWriteAnObjectOfJsonOnALine() throws Exception {
        // given
        LoggingEvent event = event("a frame of {} is bad", "gate \"1\"\n");
        event.addKeyValuePair(new KeyValuePair("record", "pose.frames.v1-0@17"));

        // when
        Log.writeJson(context);
        String line = written(event);

        // then
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode told = new ObjectMapper().readTree(line);
        assertThat(told.get("level").asText()).isEqualTo("WARN");
        assertThat(told.get("loggerName").asText()).isEqualTo("pose.Yard");
        assertThat(told.get("formattedMessage").asText()).isEqualTo("a frame of gate \"1\"\n is bad");
        assertThat(told.get("kvpList").get(0).get("record").asText()).isEqualTo("pose.frames.v1-0@17");
        assertThat(told.get("timestamp").asLong()).isPositive();
    }

    @Test
    void shouldSayWhenAnotherConfigurationIsInForce() {
        // given
        context.reset();

        // then
        assertThatThrownBy(() -> Log.writeJson(context))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("--log-format");
    }

    private LoggingEvent event(String message, Object... values) {
        Logger logger = context.getLogger("pose.Yard");
        return new LoggingEvent(LogTest.class.getName(), logger, Level.WARN, message, null, values);
    }

    private String written(ILoggingEvent event) {
        RateLimitedAppender limited =
                (RateLimitedAppender) context.getLogger("ROOT").getAppender("LIMITED");
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) limited.getAppender("STDERR");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
