package fr.badgesiae.api.pathway.personal;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Pathways: the PASS IAE number goes, the dates stay by month, and the exit. */
public final class PathwayPersonalData {
    private PathwayPersonalData() {}

    /** Opens the sealed PASS IAE number of a pathway. */
    @FunctionalInterface
    public interface OpenedPass {
        String open(OrganisationId organisation, UUID pathway, byte[] bytes);
    }

    public static PersonalData tables(OpenedPass pass) {
        return PersonalTables.of("pathway")
                .eraseFile("""
                        UPDATE pathway
                        SET starts_on = date_trunc('month', starts_on), ends_on = date_trunc('month', ends_on),
                            pass_iae = NULL, created_at = date_trunc('month', created_at),
                            updated_at = date_trunc('month', updated_at), revision = revision + 1
                        WHERE worker_id = :person AND organisation_id = :organisation
                        """)
                .exportFile("pathways", """
                        SELECT id, starts_on, ends_on, exit, pass_iae, created_at FROM pathway
                        WHERE worker_id = :person AND organisation_id = :organisation
                        ORDER BY starts_on, id
                        """, (row, file) -> pathway(row, file, pass))
                .build();
    }

    private static Map<String, Object> pathway(ResultSet row, DeskFile file, OpenedPass pass) throws SQLException {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("starts_on", row.getObject("starts_on"));
        shown.put("ends_on", row.getObject("ends_on"));
        shown.put("exit", row.getString("exit"));
        byte[] bytes = row.getBytes("pass_iae");
        if (bytes != null) {
            shown.put("pass_iae", pass.open(file.organisation(), row.getObject("id", UUID.class), bytes));
        }
        shown.put("created_at", row.getObject("created_at"));
        return shown;
    }
}
