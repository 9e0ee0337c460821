package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Personal data that nobody has: what happens while an erasure runs. */
record Meanwhile(Runnable what) implements PersonalData {
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {
        what.run();
    }

    @Override
    public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
        what.run();
    }

    @Override
    public void exportFile(Handle handle, DeskFile file, PersonalExport export) {}

    @Override
    public Map<String, String> sectionsOfFile() {
        return Map.of();
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {}
}
