package fr.badgesiae.api.observation.personal;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Observations and their photographs go with the desk file; the person's own words with their space. */
public final class ObservationPersonalData implements PersonalData {
    private static final PersonalData ROWS = PersonalTables.of("observation", "observation_photo", "own_words")
            .eraseFile("DELETE FROM observation WHERE worker_id = :person AND organisation_id = :organisation")
            .eraseSpace("DELETE FROM own_words WHERE holder_id = :holder")
            .exportFile("observations", """
                    SELECT a.name AS badge, o.seen_on, array_to_string(o.tasks, ' · ') AS tasks, o.manner AS how, o.note AS text,
                           author_of(o.client, t.display_name) AS seen_by, o.objection AS dispute, o.created_at
                    FROM observation o
                    JOIN achievement a ON a.id = o.achievement_id AND a.organisation_id = o.organisation_id
                    JOIN account t ON t.id = o.seen_by
                    WHERE o.worker_id = :person AND o.organisation_id = :organisation
                    ORDER BY o.seen_on, o.id
                    """)
            .exportSpace(
                    "own_words",
                    "SELECT words AS text, updated_at AS created_at FROM own_words WHERE holder_id = :holder")
            .build();

    private final Photo photo;

    /** Opens the stored photograph of an observation. */
    @FunctionalInterface
    public interface Photo {
        byte[] open(UUID observation, byte[] sealed);
    }

    public ObservationPersonalData(Photo photo) {
        this.photo = photo;
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
        handle.createQuery("""
                        SELECT o.id, o.seen_on, p.sealed
                        FROM observation o
                        JOIN observation_photo p ON p.observation_id = o.id AND p.organisation_id = o.organisation_id
                        WHERE o.worker_id = :person AND o.organisation_id = :organisation
                        ORDER BY o.seen_on, o.id
                        """)
                .bind("person", file.person())
                .bind("organisation", file.organisation().value())
                .map((row, context) -> Map.entry(
                        "observations/" + row.getString("seen_on") + "-" + row.getString("id") + ".jpg",
                        photo.open(row.getObject("id", UUID.class), row.getBytes("sealed"))))
                .forEach(found -> export.file(found.getKey(), found.getValue()));
    }

    @Override
    public Map<String, String> sectionsOfFile() {
        return ROWS.sectionsOfFile();
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {
        ROWS.exportSpace(handle, holder, export);
    }
}
