package fr.badgesiae.api.operations.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The first entry of a backup: what it is, and what it needs.
 *
 * @param format 1
 * @param createdAt the instant of its snapshot
 * @param program the version that wrote it
 * @param schema the version of its newest migration
 * @param postgresql the version of its server
 * @param masterKeys the fingerprint of each version of the master key: the keys themselves are kept elsewhere
 * @param pepper the fingerprint of the pepper
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BackupHead(
        int format,
        Instant createdAt,
        String program,
        String publicUrl,
        boolean demonstration,
        String schema,
        String postgresql,
        Map<Integer, String> masterKeys,
        String pepper,
        List<TableCopy> tables) {
    static final int FORMAT = 1;
    static final String ENTRY = "backup.json";
}
