package fr.badgesiae.api.pathway.personal;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Pathways: the PASS IAE number goes, the dates stay by month. */
public final class PathwayPersonalData implements PersonalData {
    private static final PersonalData ROWS =
            PersonalTables.of("pathway").eraseFile("""
                    UPDATE pathway
                    SET starts_on = date_trunc('month', starts_on), ends_on = date_trunc('month', ends_on),
                        pass_iae = NULL, created_at = date_trunc('month', created_at),
                        updated_at = date_trunc('month', updated_at), revision = revision + 1
                    WHERE worker_id = :person AND organisation_id = :organisation
                    """).build();

    private final OpenedPass pass;

    /** Opens the sealed PASS IAE number of a pathway. */
    @FunctionalInterface
    public interface OpenedPass {
        String open(OrganisationId organisation, UUID pathway, byte[] bytes);
    }

    public PathwayPersonalData(OpenedPass pass) {
        this.pass = pass;
    }

    @Override
    public Set<String> tables() {
        return ROWS.tables();
    }

    @Override
    public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {
        ROWS.eraseFile(handle, file, erasure, now);
    }

    @Override
    public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
        ROWS.eraseSpace(handle, holder, erasure, now);
    }

    @Override
    public void exportFile(Handle handle, DeskFile file, PersonalExport export) {
        List<Map<String, Object>> rows = handle.createQuery("""
                        SELECT id, starts_on, ends_on, pass_iae, created_at FROM pathway
                        WHERE worker_id = :person AND organisation_id = :organisation
                        ORDER BY starts_on, id
                        """)
                .bind("person", file.person())
                .bind("organisation", file.organisation().value())
                .map((row, context) -> {
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("starts_on", row.getObject("starts_on"));
                    shown.put("ends_on", row.getObject("ends_on"));
                    byte[] bytes = row.getBytes("pass_iae");
                    if (bytes != null) {
                        shown.put("pass_iae", pass.open(file.organisation(), row.getObject("id", UUID.class), bytes));
                    }
                    shown.put("created_at", row.getObject("created_at"));
                    return shown;
                })
                .list();
        if (!rows.isEmpty()) {
            export.add("pathways", rows);
        }
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {
        ROWS.exportSpace(handle, holder, export);
    }
}
