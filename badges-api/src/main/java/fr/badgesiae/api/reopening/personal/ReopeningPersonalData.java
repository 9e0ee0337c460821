package fr.badgesiae.api.reopening.personal;

import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.util.List;

/** Reopenings: an open slip is cancelled and secrets go; who witnessed what stays, with its dates by month. */
public final class ReopeningPersonalData {
    private static final String ERASE = """
            UPDATE access_reopening
            SET state = CASE WHEN state = 'OPEN' THEN 'CANCELLED' ELSE state END, failed_pins = 0,
                pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL,
                code_lookup = sha256(uuid_send(gen_random_uuid())),
                created_at = date_trunc('month', created_at),
                ends_at = date_trunc('month', created_at) + interval '1 month',
                used_at = date_trunc('month', used_at), answered_at = date_trunc('month', answered_at)
            WHERE
            """;

    private static final String EXPORT = """
            SELECT o.public_name AS organisation, r.reason, r.state, r.created_at, r.used_at, r.answered_at
            FROM access_reopening r JOIN organisation o ON o.id = r.organisation_id
            WHERE
            """;

    private ReopeningPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("access_reopening")
                .eraseFile(ERASE + "worker_id = :person AND organisation_id = :organisation")
                .eraseSpace(ERASE + "holder_id = :holder")
                .exportFile(
                        "reopenings",
                        EXPORT
                                + "r.worker_id = :person AND r.organisation_id = :organisation ORDER BY r.created_at, r.id")
                .exportSpace("reopenings", EXPORT + "r.holder_id = :holder ORDER BY r.created_at, r.id")
                .build();
    }

    /** Of two open slips the one of the file that stays is left. */
    public static MergedTable merged() {
        return new MergedTable("access_reopening", null, List.of("""
                UPDATE access_reopening SET state = 'CANCELLED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
                WHERE worker_id = :person AND organisation_id = :organisation AND state = 'OPEN'
                  AND EXISTS (SELECT FROM access_reopening k WHERE k.worker_id = :kept AND k.state = 'OPEN')
                """, """
                UPDATE access_reopening SET worker_id = :kept WHERE worker_id = :person AND organisation_id = :organisation
                """));
    }
}
