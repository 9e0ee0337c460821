package fr.badgesiae.api.operations.backup;

import java.util.Map;

/**
 * The last entry of a backup. A file without it was cut.
 *
 * @param tables by name
 * @param sequences by name
 */
record BackupEnd(Map<String, Content> tables, Map<String, Catalogue.Position> sequences) {
    static final String ENTRY = "end.json";

    /**
     * What a table held.
     *
     * @param sha256 of its entry, in hexadecimal digits
     */
    record Content(long rows, String sha256) {}

    long rows() {
        return tables.values().stream().mapToLong(Content::rows).sum();
    }
}
