package fr.badgesiae.api.credential.sign;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Verifies every released credential of a database, whichever organisation's, as anybody would: for an operator who restored it.
 * Both forms, by the keys, profiles and status lists of the same database.
 */
public final class JudgeReleased {
    private static final int FETCHED = 200;
    private static final Set<Outcome> FAULTS = EnumSet.of(Outcome.FAILED, Outcome.INCONCLUSIVE);

    private static final String RELEASED = """
            SELECT c.id, c.state = 'REVOKED' AS revoked, d.document, d.jwt
            FROM credential c
            JOIN credential_document d ON d.credential_id = c.id
            WHERE d.document IS NOT NULL
            """;

    private final VerifyBeforeRelease judge;

    public JudgeReleased(VerifyBeforeRelease judge) {
        this.judge = judge;
    }

    /**
     * How they stand.
     *
     * @param valid now
     * @param over expired, or not valid yet
     * @param withdrawn revoked, paused or replaced: their bit is set
     * @param faulty whose signature, key, schema or status cannot be trusted
     */
    public record Judged(long valid, long over, long withdrawn, long faulty) {}

    /**
     * Judges all.
     *
     * @param owner a connection that reads all organisations; its transaction is not ended
     * @param faults takes the id of each faulty one, with the names and codes of its checks
     */
    public Judged apply(Connection owner, Consumer<String> faults) throws SQLException {
        owner.setAutoCommit(false);
        Fetcher published = judge.readOnce();
        Map<Standing, Long> counted = new EnumMap<>(Standing.class);
        try (PreparedStatement query = owner.prepareStatement(RELEASED)) {
            query.setFetchSize(FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    SignedForms forms = new SignedForms(rows.getString("document"), rows.getString("jwt"));
                    boolean revoked = rows.getBoolean("revoked");
                    Standing document = standing(forms.document(), revoked, published);
                    Standing token = standing(forms.jwt(), revoked, published);
                    Standing both = document == token ? document : Standing.FAULTY;
                    counted.merge(both, 1L, Long::sum);
                    if (both == Standing.FAULTY) {
                        faults.accept(rows.getString("id") + " " + reasons(forms, published));
                    }
                }
            }
        }
        return new Judged(
                counted.getOrDefault(Standing.VALID, 0L),
                counted.getOrDefault(Standing.OVER, 0L),
                counted.getOrDefault(Standing.WITHDRAWN, 0L),
                counted.getOrDefault(Standing.FAULTY, 0L));
    }

    private enum Standing {
        VALID,
        OVER,
        WITHDRAWN,
        FAULTY
    }

    /** A revoked credential without its bit is faulty: the world would take it for valid. */
    private Standing standing(String form, boolean revoked, Fetcher published) {
        Set<CheckName> failed = EnumSet.noneOf(CheckName.class);
        for (CheckResult check : judge.report(form, published).checks()) {
            if (FAULTS.contains(check.outcome())) {
                failed.add(check.name());
            }
        }
        boolean bit = failed.remove(CheckName.STATUS);
        boolean over = failed.remove(CheckName.VALIDITY_PERIOD);
        if (!failed.isEmpty() || (revoked && !bit)) {
            return Standing.FAULTY;
        }
        return bit ? Standing.WITHDRAWN : over ? Standing.OVER : Standing.VALID;
    }

    private String reasons(SignedForms forms, Fetcher published) {
        String document = judge.judge(forms.document(), published).reasons();
        return document.isEmpty() ? judge.judge(forms.jwt(), published).reasons() : document;
    }
}
