package fr.badgesiae.verifier.scan;

import com.github.weisj.jsvg.logging.LogManager;
import com.github.weisj.jsvg.logging.Logger;
import java.util.function.Supplier;

/** Keeps what the drawing library says about a stranger's file, in the words of that file, out of every log. */
public final class SilentSvgLogs implements LogManager {
    @Override
    public Logger createLogger(String name) {
        return new Silent();
    }

    private static final class Silent implements Logger {
        @Override
        public void log(Level level, String message) {
            // see above
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            // see above
        }

        @Override
        public void log(Level level, Supplier<String> message) {
            // see above
        }
    }
}
