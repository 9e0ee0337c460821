package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads one badge with its links for its holder. */
public final class ShowBadge {
    private final Database database;
    private final Clock clock;
    private final ShareLinks shares;
    private final Withdrawals withdrawals;

    public ShowBadge(Database database, Clock clock, ShareLinks shares, Withdrawals withdrawals) {
        this.database = database;
        this.clock = clock;
        this.shares = shares;
        this.withdrawals = withdrawals;
    }

    /**
     * A badge and its links.
     *
     * @param document the signed JSON; empty until it is released
     * @param expired whether it is past its end
     * @param contact whom to ask about it
     * @param withdrawUntil until when the holder may withdraw their acceptance
     * @param choices what a new link can show; empty when that cannot be chosen any more
     * @param copies in wallets
     */
    record Shown(
            HeldBadge badge,
            Optional<String> document,
            boolean expired,
            List<Link> links,
            BadgeContact contact,
            Optional<Instant> withdrawUntil,
            Optional<ShareChoices> choices,
            List<WalletCopy> copies) {

        /** Itself, for a badge to which a link can be made; otherwise NOT_FOUND. */
        Shown requireInForce() {
            if (!badge.inForce()) {
                throw ProblemException.notFound();
            }
            return this;
        }
    }

    /**
     * One link to the badge, open or not.
     *
     * @param several whether it shows other badges too
     * @param name that it shows, or null
     * @param evidence whether it shows the evidence
     */
    record Link(
            UUID id,
            String label,
            boolean open,
            Instant ends,
            long views,
            boolean several,
            @Nullable String name,
            boolean evidence) {}

    /**
     * Reads it.
     *
     * @throws ProblemException NOT_FOUND for the badge of another holder
     */
    Shown apply(HolderId holder, CredentialId credential) {
        Instant now = clock.instant();
        return database.inHolder(holder, handle -> {
            List<LinkedBadgeRow> rows = handle.attach(HeldBadgeDao.class).find(credential.value(), holder.value(), now);
            if (rows.isEmpty()) {
                throw ProblemException.notFound();
            }
            LinkedBadgeRow first = rows.get(0);
            HeldBadge badge = first.badge().badge();
            return new Shown(
                    badge,
                    Optional.ofNullable(first.document()).filter(released -> badge.released()),
                    badge.expired(now),
                    links(rows),
                    first.contact(),
                    badge.inForce() || badge.paused() ? withdrawUntil(handle, holder, credential) : Optional.empty(),
                    badge.inForce() && !badge.expired(now) ? ShareChoices.of(first) : Optional.empty(),
                    WalletCopy.list(first.copies()));
        });
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
                : Optional.of(new Link(
                        id,
                        label,
                        row.open(),
                        ends,
                        row.views() + shares.unwrittenViews(id),
                        row.linkSeveral(),
                        row.linkName(),
                        row.linkEvidence()));
    }

    private Optional<Instant> withdrawUntil(Handle handle, HolderId holder, CredentialId credential) {
        return withdrawals.possibleUntil(handle, holder, credential);
    }
}
