package fr.badgesiae.verifier.scan;

import com.github.weisj.jsvg.logging.LogManager;
import com.github.weisj.jsvg.logging.Logger;
import java.util.function.Supplier;

/** Keeps the library's messages, which quote the submitted file, out of every log. */
public final class SilentSvgLogs implements LogManager {
    @Override
    public Logger createLogger(String name) {
        return new Silent();
    }

    private static final class Silent implements Logger {
        @Override
        public void log(Level level, String message) {
            // discarded
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            // discarded
        }

        @Override
        public void log(Level level, Supplier<String> message) {
            // discarded
        }
    }
}
