package fr.badgesiae.api.imports.personal;

import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

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

    /** An import that is taken back keeps a person whose file was changed, so also one that took another in. */
    public static MergedTable merged() {
        return MergedTable.moved("people_import_row", null);
    }
}
