package fr.badgesiae.api.operations.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a backup holds, for tests outside this package. */
public final class BackupContents {
    private BackupContents() {}

    /** Rows and digest of each table, and where each sequence stands. */
    public static Map<String, String> of(Path file, List<String> identities) throws IOException, SQLException {
        try (BackupReader reader = BackupReader.open(file, identities)) {
            BackupEnd end = reader.read((table, copy) -> BackupReader.count(copy));
            Map<String, String> contents = new TreeMap<>();
            end.tables().forEach((name, content) -> contents.put(name, content.toString()));
            end.sequences().forEach((name, position) -> contents.put(name, position.toString()));
            return contents;
        }
    }
}
