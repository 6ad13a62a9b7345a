package pose.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Hands on what is logged, but of each kind of problem only so many lines a minute. How many more there were is told in one
 * line as soon as the minute is over. A kind is what one place in the code says: its logger and its message before the
 * values are put in.
 */
public final class RateLimitedAppender extends AppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    /** Who puts values into messages by himself makes a kind of each line: beyond these, all are of one kind. */
    private static final int MOST_KINDS = 100;

    private static final Kind OTHERS = new Kind("", Level.WARN, "");

    private final AppenderAttachableImpl<ILoggingEvent> behind = new AppenderAttachableImpl<>();
    private final Map<Kind, Flood> floods = new LinkedHashMap<>();
    private final LongSupplier nanoTime;
    private int linesPerMinute = 10;

    private record Kind(String logger, Level level, String message) {}

    private record Flood(LineBudget budget, String logger, Level level, String firstLine) {}

    /** For logback's configuration. */
    public RateLimitedAppender() {
        this(System::nanoTime);
    }

    RateLimitedAppender(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** At least 1; 10 where nothing is set. */
    public void setLinesPerMinute(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException("linesPerMinute is " + lines + "; it must be at least 1");
        }
        linesPerMinute = lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        long now = nanoTime.getAsLong();
        Flood flood = floodOf(event, now);
        if (flood.budget().admits()) {
            behind.appendLoopOnAppenders(event);
        } else if (flood.budget().suppressed() == 1) {
            Future<?> unused = getContext()
                    .getScheduledExecutorService()
                    .schedule(this::tellOfOver, WINDOW + 1, TimeUnit.NANOSECONDS);
        }
    }

    private Flood floodOf(ILoggingEvent event, long now) {
        Kind own = new Kind(event.getLoggerName(), event.getLevel(), String.valueOf(event.getMessage()));
        if (!floods.containsKey(own)) {
            forgetOver(now);
        }
        Kind kind = floods.containsKey(own) || floods.size() < MOST_KINDS ? own : OTHERS;
        Flood flood = floods.get(kind);
        if (flood == null || flood.budget().isOver(now)) {
            if (flood != null) {
                tell(flood);
            }
            flood = new Flood(
                    new LineBudget(linesPerMinute, WINDOW, now),
                    event.getLoggerName(),
                    event.getLevel(),
                    event.getFormattedMessage());
            floods.put(kind, flood);
        }
        return flood;
    }

    private synchronized void tellOfOver() {
        forgetOver(nanoTime.getAsLong());
    }

    private void forgetOver(long now) {
        floods.values().removeIf(flood -> {
            boolean over = flood.budget().isOver(now);
            if (over) {
                tell(flood);
            }
            return over;
        });
    }

    /** Tells at once of everything that was not written. */
    public synchronized void tellOfAll() {
        floods.values().forEach(this::tell);
        floods.clear();
    }

    private void tell(Flood flood) {
        long suppressed = flood.budget().suppressed();
        if (suppressed > 0 && getContext() instanceof LoggerContext context) {
            Logger logger = context.getLogger(flood.logger());
            behind.appendLoopOnAppenders(new LoggingEvent(
                    RateLimitedAppender.class.getName(),
                    logger,
                    flood.level(),
                    "… and {} more like this: {}",
                    null,
                    new Object[] {suppressed, flood.firstLine()}));
        }
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        behind.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return behind.iteratorForAppenders();
    }

    @Override
    public Appender<ILoggingEvent> getAppender(String name) {
        return behind.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return behind.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        behind.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return behind.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        return behind.detachAppender(name);
    }
}
