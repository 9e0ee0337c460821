package fr.badgesiae.api.holder.personal;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The space, and its badges from elsewhere: in the copy they stand in a folder of their own, as they were brought. */
public final class ImportedPersonalData implements PersonalData {
    private static final PersonalData ROWS = PersonalTables.of("imported_badge")
            .eraseSpace("DELETE FROM imported_badge WHERE holder_id = :holder")
            .build();

    private final PersonalData space = HolderPersonalData.tables();
    private final Opened opened;

    /** Opens what is sealed of a badge from elsewhere. */
    public interface Opened {
        byte[] file(byte[] sealed, UUID id);

        /** Values by the names of fields of an export. */
        Map<String, Object> facts(byte[] sealed, UUID id);

        /** Such as {@code png}. */
        String extension(String form);
    }

    public ImportedPersonalData(Opened opened) {
        this.opened = opened;
    }

    @Override
    public Set<String> tables() {
        return Stream.concat(space.tables().stream(), ROWS.tables().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {
        space.eraseFile(handle, file, erasure, now);
    }

    @Override
    public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
        ROWS.eraseSpace(handle, holder, erasure, now);
        space.eraseSpace(handle, holder, erasure, now);
    }

    @Override
    public void exportFile(Handle handle, DeskFile file, PersonalExport export) {
        space.exportFile(handle, file, export);
    }

    @Override
    public Map<String, String> sectionsOfFile() {
        return space.sectionsOfFile();
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {
        space.exportSpace(handle, holder, export);
        List<Map<String, Object>> rows = new ArrayList<>();
        handle.createQuery("""
                        SELECT id, form, file, facts, headline, checked_at, created_at FROM imported_badge
                        WHERE holder_id = :holder AND state = 'KEPT' ORDER BY created_at, id
                        """)
                .bind("holder", holder.value())
                .map((row, context) -> row(row, export, rows.size() + 1))
                .forEach(rows::add);
        if (!rows.isEmpty()) {
            export.add("imported_badges", rows);
        }
    }

    private Map<String, Object> row(ResultSet row, PersonalExport export, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String path = "imported/" + number + "." + opened.extension(row.getString("form"));
        export.file(path, opened.file(row.getBytes("file"), id));
        Map<String, Object> shown = new LinkedHashMap<>(opened.facts(row.getBytes("facts"), id));
        shown.put("verdict", row.getString("headline"));
        if (row.getTimestamp("checked_at") != null) {
            shown.put("checked_at", row.getTimestamp("checked_at"));
        }
        shown.put("created_at", row.getTimestamp("created_at"));
        shown.put("file", path);
        return shown;
    }
}
