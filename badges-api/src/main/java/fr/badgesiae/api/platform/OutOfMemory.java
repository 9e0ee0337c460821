package fr.badgesiae.api.platform;

import com.codahale.metrics.health.HealthCheck;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when its memory is exhausted. The error hits whichever thread allocates next, and leaves behind half-done
 * work; whoever supervises the service starts it again. The JVM does it by itself with {@value #OPTION}; without that option,
 * this class does where an error passes by.
 */
public final class OutOfMemory {
    /** The option of the JVM. */
    public static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

    /** As the JVM ends with the option. */
    public static final int EXIT_CODE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);
    private static final int DEEPEST = 20;

    /** The log keeps lines in a queue, which ends with the process. */
    private static final FileOutputStream ERROR = new FileOutputStream(FileDescriptor.err);

    /** Made ahead: then there is no memory. */
    private static final byte[] WORDS =
            "Terminating: out of memory. Start the service again, with more memory (-Xmx).\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private OutOfMemory() {}

    /** Ends the process at once if the failure is one of memory, or was caused by one. */
    public static void exitIf(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                exit();
            }
            cause = cause.getCause();
        }
    }

    /** Without hooks, which would need memory. */
    private static void exit() {
        try {
            ERROR.write(WORDS);
        } catch (IOException e) {
            // nobody reads it
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Ends the process for a thread that nobody else watches. */
    public static void watchThreads() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            exitIf(failure);
            if (before == null) {
                LOG.error("The thread {} ended", thread.getName(), failure);
            } else {
                before.uncaughtException(thread, failure);
            }
        });
    }

    /** Healthy either way; says whether the JVM has the option. */
    public static HealthCheck healthCheck() {
        return healthCheck(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static HealthCheck healthCheck(List<String> arguments) {
        boolean exits = arguments.contains(OPTION);
        return new HealthCheck() {
            @Override
            protected Result check() {
                return exits
                        ? Result.healthy("the JVM exits when memory is exhausted")
                        : Result.healthy("start the JVM with " + OPTION
                                + ": without it, a thread that catches the error goes on");
            }
        };
    }
}
