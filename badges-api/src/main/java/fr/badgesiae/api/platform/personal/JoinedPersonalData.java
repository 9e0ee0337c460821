package fr.badgesiae.api.platform.personal;

import fr.badgesiae.api.platform.HolderId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The parts of one feature, one after the other. */
public record JoinedPersonalData(List<PersonalData> parts) implements PersonalData {
    @Override
    public Set<String> tables() {
        return parts.stream().flatMap(part -> part.tables().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {
        parts.forEach(part -> part.eraseFile(handle, file, erasure, now));
    }

    @Override
    public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
        parts.forEach(part -> part.eraseSpace(handle, holder, erasure, now));
    }

    @Override
    public void exportFile(Handle handle, DeskFile file, PersonalExport export) {
        parts.forEach(part -> part.exportFile(handle, file, export));
    }

    @Override
    public Map<String, String> sectionsOfFile() {
        Map<String, String> sections = new LinkedHashMap<>();
        parts.forEach(part -> sections.putAll(part.sectionsOfFile()));
        return sections;
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {
        parts.forEach(part -> part.exportSpace(handle, holder, export));
    }
}
