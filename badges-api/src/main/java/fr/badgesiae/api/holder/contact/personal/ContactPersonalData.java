package fr.badgesiae.api.holder.contact.personal;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Addresses and numbers of a holder, and messages that wait for them: they go with the space. No desk has them. */
public final class ContactPersonalData {
    private ContactPersonalData() {}

    /** Opens a sealed address. */
    @FunctionalInterface
    public interface OpenedAddress {
        String open(UUID contact, UUID holder, byte[] bytes);
    }

    public static PersonalData tables(OpenedAddress address) {
        return PersonalTables.of("holder_contact", "outbox")
                .eraseSpace("DELETE FROM holder_contact WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM outbox WHERE holder_id = :holder")
                .exportSpace("contacts", """
                        SELECT id, kind, address, language, created_at, confirmed_at FROM holder_contact
                        WHERE holder_id = :holder ORDER BY kind, created_at
                        """, (row, holder) -> contact(row, holder, address))
                .build();
    }

    private static Map<String, Object> contact(ResultSet row, HolderId holder, OpenedAddress address)
            throws SQLException {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", row.getString("kind"));
        UUID id = row.getObject("id", UUID.class);
        shown.put("address", address.open(id, holder.value(), row.getBytes("address")));
        shown.put("language", row.getString("language"));
        shown.put("created_at", row.getObject("created_at"));
        if (row.getObject("confirmed_at") != null) {
            shown.put("confirmed_at", row.getObject("confirmed_at"));
        }
        return shown;
    }
}
