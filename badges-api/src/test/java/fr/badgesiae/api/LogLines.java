package fr.badgesiae.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What is logged from INFO on while it is open. */
public final class LogLines implements AutoCloseable {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private LogLines() {
        log.start();
        root().addAppender(log);
        root().setLevel(Level.INFO);
    }

    public static LogLines open() {
        return new LogLines();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** As an appender writes them, stack traces included. */
    public String text() {
        PatternLayout layout = new PatternLayout();
        layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern("%level %logger %m%n%rEx");
        layout.start();
        return List.copyOf(log.list).stream().map(layout::doLayout).collect(Collectors.joining());
    }

    /** The same without the lines of the mail server that a test runs beside the service. */
    public String ours() {
        return text().lines()
                .filter(line -> !line.contains("com.icegreen.greenmail"))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        root().detachAppender(log);
        root().setLevel(Level.WARN);
    }
}
