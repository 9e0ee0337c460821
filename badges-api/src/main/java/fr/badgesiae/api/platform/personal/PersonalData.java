package fr.badgesiae.api.platform.personal;

import fr.badgesiae.api.platform.HolderId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A feature's part of the personal data, in the caller's transaction: of the organisation for a desk file, of the holder for
 * a space. Erasing twice changes nothing more. Rows may stay where a signed badge rests on them; words and names do not.
 */
public interface PersonalData {
    /** A feature without personal data. */
    PersonalData NONE = PersonalTables.of().build();

    /** The tables with rows about a person that this part answers for. */
    Set<String> tables();

    /** @param erasure the id of the record of this erasure */
    void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now);

    /** @param erasure the id of the record of this erasure */
    void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now);

    void exportFile(Handle handle, DeskFile file, PersonalExport export);

    /** The statements of the sections of {@link #exportFile}, by section. */
    Map<String, String> sectionsOfFile();

    void exportSpace(Handle handle, HolderId holder, PersonalExport export);
}
