package fr.badgesiae.api.credential.renewal;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.platform.HolderId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Records what will be signed when an offer is accepted that renews a badge. A link shows what its holder chose for it,
 * and no more than is accepted now: each choice that links show becomes an edition of the new award, and the link leads to it when it is
 * released.
 */
public final class PrepareRenewal {
    private final PrepareCredential prepare;

    public PrepareRenewal(PrepareCredential prepare) {
        this.prepare = prepare;
    }

    /**
     * Writes the award and its credentials, PREPARED.
     *
     * @param renewed the badge to renew as it was accepted; null for one that is not renewed
     * @param named the name of the person in a form
     * @return the badge as it is accepted now, first, and later editions; the input of {@code IssueCredential}, after the commit
     */
    public List<PreparedCredential> prepare(
            Handle handle,
            AwardStatement statement,
            HolderId holder,
            @Nullable CredentialId renewed,
            Function<NameChoice, @Nullable String> named) {
        List<RenewalDao.EditionRow> before = renewed == null
                ? List.of()
                : handle.attach(RenewalDao.class)
                        .editions(
                                renewed.value(),
                                holder.value(),
                                statement.organisation().value());
        RenewalDao.EditionRow same =
                before.stream().filter(row -> shows(statement, row)).findFirst().orElse(null);
        RenewalDao.EditionRow accepted =
                before.stream().filter(row -> row.edition() == 1).findFirst().orElse(null);
        List<PreparedCredential> prepared = new ArrayList<>();
        prepared.add(prepare.prepare(handle, statement, holder, id(same == null ? unlinked(handle, accepted) : same)));
        for (RenewalDao.EditionRow row : before) {
            if (!row.equals(same) && handle.attach(RenewalDao.class).isLinked(row.id())) {
                NameChoice name = name(statement, row);
                prepared.add(prepare.renewal(
                        handle,
                        statement.showing(name, named.apply(name), evidence(statement, row)),
                        holder,
                        prepared.size() + 1,
                        new CredentialId(row.id())));
            }
        }
        return prepared;
    }

    /** The badge as it was accepted is renewed by the new one unless an edition of its own takes its links. */
    private static RenewalDao.@Nullable EditionRow unlinked(Handle handle, RenewalDao.@Nullable EditionRow accepted) {
        return accepted != null && !handle.attach(RenewalDao.class).isLinked(accepted.id()) ? accepted : null;
    }

    private static boolean shows(AwardStatement statement, RenewalDao.EditionRow row) {
        return name(statement, row) == statement.nameChoice() && evidence(statement, row) == statement.showEvidence();
    }

    private static NameChoice name(AwardStatement statement, RenewalDao.EditionRow row) {
        return NameChoice.mostDiscreet(Stream.of(row.nameChoice(), statement.nameChoice()))
                .orElseThrow();
    }

    /** Evidence that somebody declines to show now stays on a link only where it is what was accepted for it. */
    private static boolean evidence(AwardStatement statement, RenewalDao.EditionRow row) {
        return row.showsEvidence()
                && (statement.showEvidence() || row.evidence().equals(statement.evidence()));
    }

    private static @Nullable CredentialId id(RenewalDao.@Nullable EditionRow row) {
        return row == null ? null : new CredentialId(row.id());
    }
}
