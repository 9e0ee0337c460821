package fr.badgesiae.api.person.contact.personal;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts of a file: the row goes. Of two files that are merged, the contacts of the one that stays are kept. */
public final class ContactOfFile {
    private ContactOfFile() {}

    /** Contacts in clear, each null where there is none. */
    public record Opened(@Nullable String email, @Nullable String phone) {}

    /** Opens the sealed fields of a row. */
    @FunctionalInterface
    public interface OpenedContact {
        Opened open(OrganisationId organisation, UUID row, byte @Nullable [] email, byte @Nullable [] phone);
    }

    public static PersonalData tables(OpenedContact opened) {
        return PersonalTables.of("person_contact")
                .eraseFile("DELETE FROM person_contact WHERE worker_id = :person AND organisation_id = :organisation")
                .exportFile("contact", """
                        SELECT id, email, phone, created_at FROM person_contact
                        WHERE worker_id = :person AND organisation_id = :organisation
                        """, (row, file) -> contact(row, file, opened))
                .build();
    }

    private static Map<String, Object> contact(ResultSet row, DeskFile file, OpenedContact opened) throws SQLException {
        Opened clear = opened.open(
                file.organisation(), row.getObject("id", UUID.class), row.getBytes("email"), row.getBytes("phone"));
        Map<String, Object> shown = new LinkedHashMap<>();
        if (clear.email() != null) {
            shown.put("email", clear.email());
        }
        if (clear.phone() != null) {
            shown.put("phone", clear.phone());
        }
        shown.put("created_at", row.getObject("created_at"));
        return shown;
    }

    public static MergedTable merged() {
        return new MergedTable("person_contact", null, List.of("""
                UPDATE person_contact c SET worker_id = :kept
                WHERE c.worker_id = :person AND c.organisation_id = :organisation
                  AND NOT EXISTS (SELECT FROM person_contact k WHERE k.worker_id = :kept)
                """, """
                DELETE FROM person_contact WHERE worker_id = :person AND organisation_id = :organisation
                """));
    }
}
