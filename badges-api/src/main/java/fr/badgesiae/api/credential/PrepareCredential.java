package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records what will be signed and with which keys, in the transaction that accepts the offer or asks for another edition. */
public final class PrepareCredential {
    /** How long the preparing node may take to finish before another node takes over. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private final ComposeCredential compose;
    private final StatusLists statusLists;
    private final SigningKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    PrepareCredential(
            ComposeCredential compose, StatusLists statusLists, SigningKeys keys, Ids ids, Clock clock, Audit audit) {
        this.compose = compose;
        this.statusLists = statusLists;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Writes the award and its first credential, PREPARED: exact payload, status index, lease.
     *
     * @param handle a transaction that sees the organisation
     * @return the input of {@link IssueCredential}, after the commit
     * @throws ProblemException CONFLICT when the badge would have lapsed before it began
     */
    public PreparedCredential prepare(Handle handle, AwardStatement statement, HolderId holder) {
        return prepare(handle, statement, holder, null);
    }

    /**
     * The same for a badge that renews another.
     *
     * @param renewed an edition of the award of before, which this badge takes the place of, or null
     */
    public PreparedCredential prepare(
            Handle handle, AwardStatement statement, HolderId holder, @Nullable CredentialId renewed) {
        handle.attach(CredentialDao.class)
                .insertAward(
                        statement.awardId(),
                        statement.organisation().value(),
                        statement.offerId(),
                        statement.person().value(),
                        holder.value(),
                        statement.achievement().id().value(),
                        statement.awardedOn(),
                        clock.instant());
        return write(
                handle,
                statement,
                holder,
                CredentialDao.ACCEPTED,
                renewed,
                CredentialAudit.CREDENTIAL_WILL_BE_SIGNED,
                Actor.SYSTEM);
    }

    /**
     * Writes a later edition of an award that renews another, PREPARED: a link to an edition of before will lead to it.
     *
     * @param renewed that edition
     * @return the input of {@link IssueCredential}, after the commit
     */
    public PreparedCredential renewal(
            Handle handle, AwardStatement said, HolderId holder, int edition, CredentialId renewed) {
        return write(handle, said, holder, edition, renewed, CredentialAudit.EDITION_WILL_FOLLOW, Actor.SYSTEM);
    }

    /**
     * Writes another edition of an award, PREPARED. Nothing in it leads from an edition without a name to one with a name: it
     * has a status index and an id of its own, and a subject of its own. In a wallet the subject is the key of that wallet.
     *
     * @param handle a transaction that sees the organisation and holds the lock of the badge as it was accepted
     * @param edition the number of the edition, above those of the award so far
     * @return the input of {@link IssueCredential}, after the commit
     * @throws ProblemException CONFLICT when the badge would have lapsed before it is signed
     */
    public PreparedCredential edition(Handle handle, AwardStatement said, HolderId holder, int edition) {
        return write(handle, said, holder, edition, null, CredentialAudit.asked(said.wallet()), Actor.holder(holder));
    }

    /**
     * Writes a successor that says the same under another form of the name, or in another version of the text, PREPARED. It takes the place of its predecessor
     * when it is released; one that is not signed yet is given up, and takes its place at once.
     *
     * @param handle a transaction of the organisation that holds the lock of the badge as it was accepted
     * @param next a number above those of the award so far
     * @return the input of {@link IssueCredential}, after the commit
     */
    public PreparedCredential successor(
            Handle handle, AwardStatement statement, HolderId holder, Predecessor predecessor, int next) {
        UUID former = predecessor.id().value();
        boolean unsigned = SupersedeCredential.drop(handle, statement.organisation(), former);
        PreparedCredential successor = write(
                handle,
                statement,
                holder,
                unsigned ? predecessor.edition() : next,
                unsigned ? predecessor.supersedes() : predecessor.id(),
                CredentialAudit.willBeReissued(predecessor),
                Actor.SYSTEM);
        if (unsigned) {
            SupersedeCredential.follow(handle, former, successor.id().value());
        }
        return successor;
    }

    /**
     * What a successor is for.
     *
     * @param edition its number
     * @param supersedes what it was to supersede itself, or null
     * @param paused whether it is paused, and comes back
     * @param newText whether its successor says it in another version of the text
     */
    public record Predecessor(
            CredentialId id, int edition, @Nullable CredentialId supersedes, boolean paused, boolean newText) {}

    /** A new row of {@code credential} and its payload. */
    public record PreparedRow(
            UUID id,
            UUID organisation,
            UUID award,
            int edition,
            UUID person,
            UUID holder,
            UUID statusList,
            int statusIndex,
            UUID text,
            String achievementName,
            String imageUrl,
            @Nullable String displayedName,
            NameChoice nameChoice,
            boolean showsEvidence,
            @Nullable WalletKind wallet,
            @Nullable String walletKey,
            @Nullable UUID supersedes,
            Instant validFrom,
            @Nullable Instant validUntil,
            String payload,
            UUID lease,
            Instant leaseUntil,
            Instant now) {}

    private PreparedCredential write(
            Handle handle,
            AwardStatement said,
            HolderId holder,
            int edition,
            @Nullable CredentialId supersedes,
            AuditCode code,
            Actor actor) {
        AwardStatement statement = said.nameChoice() == NameChoice.NONE ? said.of(ids.uuid()) : said;
        CredentialId id = new CredentialId(ids.uuid());
        Instant now = clock.instant();
        Instant validFrom = now.truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> validUntil =
                ComposeCredential.validUntil(statement, Zones.of(handle, statement.organisation()), validFrom);
        if (validUntil.filter(end -> !end.isAfter(validFrom)).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "The badge would have lapsed before it is signed.");
        }
        UUID lease = ids.uuid();
        WalletBinding wallet = statement.wallet();
        StatusIndex place = statusLists.allocate(handle, statement.organisation());
        String payload = compose.compose(handle, statement, id, validFrom, validUntil, place)
                .toString();
        handle.attach(CredentialDao.class)
                .insertPrepared(new PreparedRow(
                        id.value(),
                        statement.organisation().value(),
                        statement.awardId(),
                        edition,
                        statement.person().value(),
                        holder.value(),
                        place.list(),
                        place.index(),
                        statement.achievement().id().value(),
                        statement.achievement().name(),
                        statement.achievement().imageUrl(),
                        statement.displayedName(),
                        statement.nameChoice(),
                        statement.showEvidence(),
                        wallet == null ? null : wallet.wallet(),
                        wallet == null ? null : wallet.sameKey(),
                        supersedes == null ? null : supersedes.value(),
                        validFrom,
                        validUntil.orElse(null),
                        payload,
                        lease,
                        now.plus(LEASE),
                        now));
        audit.record(handle, new AuditEvent(statement.organisation(), actor, code, id.value()));
        return new PreparedCredential(
                statement.organisation(),
                id,
                statement.awardId(),
                edition,
                statement.offerId(),
                supersedes,
                payload,
                lease,
                keys.useBoth(handle, statement.organisation()));
    }
}
