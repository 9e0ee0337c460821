package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Holders and their recovery cards: a code on paper, with a PIN. Every method takes a transaction that sees the holder's
 * rows.
 */
public final class RecoveryCards {
    /** Time for an objection after a reopening. */
    public static final Duration WAIT = Duration.ofDays(7);

    static final String LOOKUP = "holder_access.code";

    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    RecoveryCards(Vault vault, Ids ids, Clock clock, Audit audit) {
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Creates a holder, who has no card yet. */
    public void create(Handle handle, HolderId holder) {
        handle.attach(HolderDao.class).insert(holder.value(), clock.instant());
        record(handle, holder, HolderAudit.HOLDER_CREATED, holder.value());
    }

    /** Locks a holder until the transaction ends: before their cards, their reopenings and their files. */
    public void lock(Handle handle, HolderId holder) {
        handle.attach(HolderDao.class).lock(holder.value());
    }

    /** Whether a holder still has a space; if so it is not closed for good until the transaction ends. */
    public boolean isThere(Handle handle, HolderId holder) {
        return handle.attach(HolderDao.class).keepOpen(holder.value()).isPresent();
    }

    /**
     * A card in force.
     *
     * @param shown its code; empty once it was used, or seven days after it was made
     * @param confirmed whether its holder has said that they have it
     * @param contact whom its holder turns to
     * @param madeAt when it was made
     */
    public record Card(Optional<Code> shown, boolean confirmed, Optional<CardContact> contact, Instant madeAt) {}

    /** Whose card it is, without its PIN: good for no more than a guess of the desk; in a transaction for nobody. */
    public Optional<HolderId> holderOf(Handle handle, Code card) {
        return handle.attach(HolderDao.class)
                .locate(vault.lookup(LOOKUP, card.value()))
                .map(row -> new HolderId(row.holderId()));
    }

    /** The holder's card, if they have one. */
    public Optional<Card> find(Handle handle, HolderId holder) {
        return handle.attach(HolderDao.class)
                .card(holder.value())
                .map(card -> new Card(
                        Optional.ofNullable(card.codeSealed())
                                .map(bytes -> new Code(new String(
                                        vault.open(bytes, context(card.id(), holder)), StandardCharsets.UTF_8))),
                        card.confirmedAt() != null,
                        contact(card),
                        card.createdAt()));
    }

    private static Optional<CardContact> contact(CardRow card) {
        return Optional.ofNullable(card.publicName()).map(name -> new CardContact(name, card.publicPhone()));
    }

    /**
     * Creates the holder's first card; a holder who has one keeps it.
     *
     * @param pinHash of the PIN they chose, from {@link Passwords#hash}
     * @return whether a card was created
     */
    public boolean give(Handle handle, HolderId holder, String pinHash) {
        HolderDao dao = handle.attach(HolderDao.class);
        if (dao.lock(holder.value()).isEmpty() || dao.card(holder.value()).isPresent()) {
            return false;
        }
        insert(handle, holder, pinHash, clock.instant(), null);
        return true;
    }

    /**
     * Makes a new card under a new PIN for a holder who has lost the old ones. The old card opens nothing any more. For {@link
     * #WAIT} its holder may object with it, and the space shows the badges of this organisation only.
     *
     * @param now when the slip was used, by which the slip finds the card again
     */
    public void reopen(Handle handle, HolderId holder, OrganisationId organisation, String pinHash, Instant now) {
        HolderDao dao = handle.attach(HolderDao.class);
        dao.lock(holder.value());
        Instant until = now.plus(WAIT);
        dao.letCardWait(holder.value(), until);
        dao.closeSlips();
        dao.limit(holder.value(), organisation.value(), until);
        insert(handle, holder, pinHash, now, now);
    }

    /** Replaces the card in force, under the same PIN; the old code no longer works. */
    public boolean replace(Handle handle, HolderId holder) {
        HolderDao dao = handle.attach(HolderDao.class);
        dao.lock(holder.value());
        Optional<CardRow> old = dao.card(holder.value());
        old.ifPresent(card -> {
            dao.replaceCards(holder.value());
            dao.closeSlips();
            insert(handle, holder, card.pinHash(), clock.instant(), clock.instant());
        });
        return old.isPresent();
    }

    /** The code of the card; empty once it was used, or seven days after it was made. */
    public Optional<Code> shown(Handle handle, HolderId holder) {
        return find(handle, holder).flatMap(Card::shown);
    }

    /** Records that the holder has the card: no other claim leads to it from now on. */
    public void kept(Handle handle, HolderId holder) {
        handle.attach(HolderDao.class).confirm(holder.value(), clock.instant());
    }

    /** The keyed hash by which a card is found. */
    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    private void insert(Handle handle, HolderId holder, String pinHash, Instant now, @Nullable Instant confirmed) {
        UUID id = ids.uuid();
        Code code = ids.code();
        byte[] sealed = vault.seal(code.value().getBytes(StandardCharsets.UTF_8), context(id, holder));
        handle.attach(HolderDao.class)
                .insertCard(id, holder.value(), vault.lookup(LOOKUP, code.value()), sealed, pinHash, now, confirmed);
        record(handle, holder, HolderAudit.RECOVERY_CARD_MADE, id);
    }

    private void record(Handle handle, HolderId holder, AuditCode code, UUID subject) {
        audit.record(handle, new AuditEvent(Actor.holder(holder), code, subject));
    }

    private static String context(UUID id, HolderId holder) {
        return "holder_access.code_sealed|" + id + "|" + holder;
    }
}
