package fr.badgesiae.api.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;

/** Records the temporary files created while a form is read, including those deleted at once. */
final class TemporaryFileWatch implements AutoCloseable {
    /** The library's naming pattern for them. */
    private static final String PREFIX = "MIME";

    private final WatchService watch;
    private final WatchKey key;

    private TemporaryFileWatch(WatchService watch, WatchKey key) {
        this.watch = watch;
        this.key = key;
    }

    static TemporaryFileWatch watch(Path folder) throws IOException {
        WatchService watch = folder.getFileSystem().newWatchService();
        return new TemporaryFileWatch(watch, folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE));
    }

    List<String> created() {
        return key.pollEvents().stream()
                .map(WatchEvent::context)
                .map(String::valueOf)
                .filter(name -> name.startsWith(PREFIX))
                .toList();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
