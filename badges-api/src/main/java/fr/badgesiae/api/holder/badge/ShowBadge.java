package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareLinks;
import fr.badgesiae.api.verification.VerifyReleased;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads one badge with its links for its holder. */
public final class ShowBadge {
    private final Database database;
    private final Clock clock;
    private final ShareLinks shares;
    private final VerifyReleased verify;
    private final Withdrawals withdrawals;

    public ShowBadge(
            Database database, Clock clock, ShareLinks shares, VerifyReleased verify, Withdrawals withdrawals) {
        this.database = database;
        this.clock = clock;
        this.shares = shares;
        this.verify = verify;
        this.withdrawals = withdrawals;
    }

    /**
     * A badge and its links.
     *
     * @param expired whether it is past its end
     * @param contact whom to ask about it
     * @param words what the signed badge says; empty before its release
     * @param withdrawUntil until when the holder may withdraw their acceptance
     */
    record Shown(
            HeldBadge badge,
            boolean expired,
            List<Link> links,
            BadgeContact contact,
            Optional<VerificationReport> words,
            Optional<Instant> withdrawUntil) {}

    /** One link to the badge, open or not. */
    record Link(UUID id, String label, boolean open, Instant ends, long views) {}

    /**
     * Reads it.
     *
     * @throws ProblemException NOT_FOUND for the badge of another holder
     */
    Shown apply(HolderId holder, CredentialId credential) {
        Read read = database.inHolder(holder, handle -> read(handle, holder, credential));
        // Outside the transaction: verifying is slow, and asks for the status list itself.
        return new Shown(
                read.badge,
                read.badge.expired(clock.instant()),
                read.links,
                read.first.contact(),
                words(read.first),
                read.withdrawUntil);
    }

    /** The rows of a badge. */
    private record Read(
            HeldBadge badge, List<Link> links, LinkedBadgeRow first, Optional<Instant> withdrawUntil) {}

    private Read read(Handle handle, HolderId holder, CredentialId credential) {
        HeldBadgeDao dao = handle.attach(HeldBadgeDao.class);
        List<LinkedBadgeRow> rows = dao.find(credential.value(), holder.value(), clock.instant());
        if (rows.isEmpty()) {
            throw ProblemException.notFound();
        }
        HeldBadge badge = rows.get(0).badge().badge();
        return new Read(
                badge,
                links(rows),
                rows.get(0),
                badge.inForce() ? withdrawUntil(handle, holder, credential) : Optional.empty());
    }

    private Optional<VerificationReport> words(LinkedBadgeRow row) {
        return Optional.ofNullable(row.document())
                .map(document -> verify.apply(document, new OrganisationId(row.organisationId()), Optional.empty()));
    }

    private List<Link> links(List<LinkedBadgeRow> rows) {
        return rows.stream().flatMap(row -> link(row).stream()).toList();
    }

    private Optional<Link> link(LinkedBadgeRow row) {
        UUID id = row.linkId();
        String label = row.label();
        Instant ends = row.endsAt();
        return id == null || label == null || ends == null
                ? Optional.empty()
                : Optional.of(new Link(id, label, row.open(), ends, row.views() + shares.unwrittenViews(id)));
    }

    private Optional<Instant> withdrawUntil(Handle handle, HolderId holder, CredentialId credential) {
        return withdrawals.possibleUntil(handle, holder, credential);
    }
}
