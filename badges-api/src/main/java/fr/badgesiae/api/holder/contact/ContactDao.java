package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.mail.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of contacts. */
@RegisterConstructorMapper(SealedContact.class)
@RegisterConstructorMapper(ContactDao.ContactRow.class)
@RegisterConstructorMapper(ContactDao.ToldRow.class)
@RegisterConstructorMapper(ContactDao.AttemptRow.class)
@RegisterConstructorMapper(ContactDao.LocationRow.class)
public interface ContactDao {
    /** A contact that lapsed is not there, whether or not a job deleted it. */
    @SqlQuery("""
            SELECT id, holder_id, kind, address, language, created_at, confirmed_at FROM holder_contact
            WHERE holder_id = :holder AND (confirmed_at IS NOT NULL OR lapses_at > :now)
            ORDER BY kind, confirmed_at IS NULL
            """)
    List<ContactRow> all(UUID holder, Instant now);

    @SqlQuery("""
            SELECT id, holder_id, kind, address, language, created_at, confirmed_at FROM holder_contact
            WHERE id = :contact AND holder_id = :holder AND (confirmed_at IS NOT NULL OR lapses_at > :now)
            """)
    Optional<ContactRow> find(UUID contact, UUID holder, Instant now);

    /** Whether a reopening limits what the space shows: then every statement here finds nothing. */
    @SqlQuery("SELECT limited_organisation() IS NOT NULL")
    boolean limited();

    /** Two tabs come one after the other. */
    @SqlQuery("SELECT id FROM holder WHERE id = :holder AND erased_at IS NULL FOR UPDATE")
    Optional<UUID> lock(UUID holder);

    @SqlUpdate("DELETE FROM holder_contact WHERE holder_id = :holder AND kind = :kind AND confirmed_at IS NULL")
    int deleteUnconfirmed(UUID holder, MessageKind kind);

    @SqlUpdate("""
            INSERT INTO holder_contact
                (id, holder_id, kind, address, language, code_hash, link_hash, created_at, lapses_at)
            VALUES (:id, :holder, :kind, :address, :language, :code, :link, :now, :lapses)
            """)
    void insert(
            UUID id,
            UUID holder,
            MessageKind kind,
            byte[] address,
            String language,
            byte[] code,
            byte @Nullable [] link,
            Instant now,
            Instant lapses);

    /** A new code ends the one before and its link. It does not prolong the wait. */
    @SqlUpdate("""
            UPDATE holder_contact SET code_hash = :code, link_hash = :link, wrong_codes = 0
            WHERE id = :contact AND holder_id = :holder AND confirmed_at IS NULL AND lapses_at > :now
            """)
    int renew(UUID contact, UUID holder, byte[] code, byte @Nullable [] link, Instant now);

    /** Counts an attempt before its code is compared. No row: too many, lapsed, or confirmed. */
    @SqlQuery("""
            UPDATE holder_contact SET wrong_codes = wrong_codes + 1
            WHERE id = :contact AND holder_id = :holder AND confirmed_at IS NULL AND lapses_at > :now AND wrong_codes < :most
            RETURNING code_hash, wrong_codes
            """)
    Optional<AttemptRow> attempt(UUID contact, UUID holder, int most, Instant now);

    @SqlQuery("SELECT holder_id, contact_id FROM locate_holder_contact(:link)")
    Optional<LocationRow> locate(byte[] link);

    @SqlQuery("""
            SELECT id, holder_id, kind, address, language, created_at, confirmed_at FROM holder_contact
            WHERE id = :contact AND holder_id = :holder AND link_hash = :link AND lapses_at > :now
            """)
    Optional<ContactRow> ofLink(UUID contact, UUID holder, byte[] link, Instant now);

    /** The contact that a new one takes the place of. */
    @SqlQuery("""
            DELETE FROM holder_contact WHERE holder_id = :holder AND kind = :kind AND confirmed_at IS NOT NULL
            RETURNING id, holder_id, kind, address, language
            """)
    Optional<SealedContact> replace(UUID holder, MessageKind kind);

    @SqlUpdate("""
            UPDATE holder_contact SET confirmed_at = :now, lapses_at = NULL, code_hash = NULL, link_hash = NULL
            WHERE id = :contact AND holder_id = :holder AND confirmed_at IS NULL
            """)
    int confirm(UUID contact, UUID holder, Instant now);

    @SqlQuery("""
            DELETE FROM holder_contact WHERE id = :contact AND holder_id = :holder
            RETURNING id, holder_id, kind, address, language, created_at, confirmed_at
            """)
    Optional<ContactRow> remove(UUID contact, UUID holder);

    @SqlQuery("SELECT forget_unconfirmed_contacts(:now)")
    long forget(Instant now);

    @SqlQuery("SELECT id, holder_id, kind, address, language, organisation FROM contacts_to_tell(:holder)")
    List<ToldRow> toTell(UUID holder);

    @SqlQuery("""
            SELECT id, holder_id, kind, address, language, organisation
            FROM contacts_to_tell_of_offer(:holder, :since, :now)
            """)
    List<ToldRow> toTellOfOffer(UUID holder, Instant since, Instant now);

    @SqlQuery("SELECT id, holder_id, kind, address, language, organisation FROM contacts_of_badge(:credential)")
    List<ToldRow> ofBadge(UUID credential);

    /** A contact of a holder. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record ContactRow(
            UUID id,
            UUID holderId,
            MessageKind kind,
            byte[] address,
            String language,
            Instant createdAt,
            @Nullable Instant confirmedAt) {
        SealedContact sealed() {
            return new SealedContact(id, holderId, kind, address, language);
        }
    }

    /**
     * A contact that is told what an organisation did.
     *
     * @param organisation its public name
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record ToldRow(UUID id, UUID holderId, MessageKind kind, byte[] address, String language, String organisation) {
        SealedContact sealed() {
            return new SealedContact(id, holderId, kind, address, language);
        }
    }

    /** The hash that an attempt is compared with, and how many there were. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record AttemptRow(byte[] codeHash, int wrongCodes) {}

    /** Whose contact a link confirms. */
    record LocationRow(UUID holderId, UUID contactId) {}
}
