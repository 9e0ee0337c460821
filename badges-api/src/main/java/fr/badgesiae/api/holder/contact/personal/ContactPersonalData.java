package fr.badgesiae.api.holder.contact.personal;

import fr.badgesiae.api.platform.HolderId;
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

/** Addresses and numbers of a holder, and messages that wait for them: they go with the space. No desk has them. */
public final class ContactPersonalData implements PersonalData {
    private static final PersonalData ROWS = PersonalTables.of("holder_contact", "outbox")
            .eraseSpace("DELETE FROM holder_contact WHERE holder_id = :holder")
            .eraseSpace("DELETE FROM outbox WHERE holder_id = :holder")
            .build();

    private final OpenedAddress address;

    /** Opens a sealed address. */
    @FunctionalInterface
    public interface OpenedAddress {
        String open(UUID contact, UUID holder, byte[] bytes);
    }

    public ContactPersonalData(OpenedAddress address) {
        this.address = address;
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
        ROWS.exportFile(handle, file, export);
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {
        List<Map<String, Object>> rows = handle.createQuery("""
                        SELECT id, kind, address, language, created_at, confirmed_at FROM holder_contact
                        WHERE holder_id = :holder ORDER BY kind, created_at
                        """)
                .bind("holder", holder.value())
                .map((row, context) -> {
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
                })
                .list();
        if (!rows.isEmpty()) {
            export.add("contacts", rows);
        }
    }
}
