package fr.badgesiae.api.imports.personal;

import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.util.List;

/** Imports: the lines of the person go; a trigger takes lines that have the name alone, before the name is gone. */
public final class ImportPersonalData {
    private ImportPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("people_import_row")
                .eraseFile("""
                        DELETE FROM people_import_row WHERE worker_id = :person AND organisation_id = :organisation
                        """)
                .exportFile("imports", """
                        SELECT first_name, last_name, state, created_at
                        FROM people_import_row WHERE worker_id = :person AND organisation_id = :organisation
                        ORDER BY created_at, import_id, line
                        """)
                .build();
    }

    /**
     * An import that is taken back keeps a person whose file was changed, so also one that took another in. One of both names is
     * gone afterwards: lines that have it alone become the file's, so that its erasure finds them.
     */
    public static MergedTable merged() {
        return new MergedTable("people_import_row", null, List.of("""
                UPDATE people_import_row SET worker_id = :kept
                WHERE worker_id = :person AND organisation_id = :organisation
                """, """
                UPDATE people_import_row r SET worker_id = :kept
                FROM worker w
                WHERE w.id IN (:person, :kept) AND w.organisation_id = :organisation
                  AND r.organisation_id = w.organisation_id AND r.worker_id IS NULL
                  AND folded(r.first_name || ' ' || r.last_name)
                      IN (folded(w.first_name || ' ' || w.last_name), folded(w.last_name || ' ' || w.first_name))
                """, """
                DELETE FROM import_column c USING worker w
                WHERE w.id IN (:person, :kept) AND w.organisation_id = :organisation
                  AND c.organisation_id = w.organisation_id AND c.title IN (folded(w.first_name), folded(w.last_name))
                """));
    }
}
