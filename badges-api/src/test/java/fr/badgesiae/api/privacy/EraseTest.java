package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.privacy.erasure.ListErasures;
import fr.badgesiae.api.privacy.erasure.ReplayErasures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EraseTest {
    private static PrivacyFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new PrivacyFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Map<String, Object> row(String sql, Object... arguments) {
        return fixture.claims.owner.withHandle(
                handle -> handle.select(sql, arguments).mapToMap().one());
    }

    private static Erased eraseFile(PersonId person) {
        return fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM));
    }

    private static Erased eraseSpace(HolderId holder) {
        return fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder)));
    }

    @Test
    void anErasedFileHasNoNameNoNumberAndNoWords() {
        PersonId person = fixture.withBadge();
        fixture.pathway(person, LocalDate.of(2025, 3, 17), LocalDate.of(2026, 3, 16));

        assertThat(eraseFile(person)).isEqualTo(Erased.ERASED);

        assertThat(row("SELECT first_name, last_name, holder_id FROM worker WHERE id = ?", person.value()))
                .containsEntry("first_name", "–")
                .containsEntry("last_name", "–")
                .containsEntry("holder_id", null);
        assertThat(row("SELECT starts_on::text, ends_on::text FROM pathway WHERE worker_id = ?", person.value()))
                .containsEntry("starts_on", "2025-03-01")
                .containsEntry("ends_on", "2026-03-01");
        assertThat(row("SELECT narrative, evidence, state FROM offer WHERE worker_id = ?", person.value()))
                .containsEntry("narrative", "–")
                .containsEntry("evidence", "")
                .containsEntry("state", "ACCEPTED");
        assertThat(fixture.claims.audited("DESK_FILE_ERASED", person.value())).isEqualTo(1);
        assertThat(fixture.claims.count(
                        "erasure WHERE worker_id = ? AND reason = 'REQUEST' AND kind = 'DESK_FILE'", person.value()))
                .isEqualTo(1);
    }

    @Test
    void anErasedFileIsInNoGroup() {
        PersonId person = fixture.withBadge();
        fixture.group("Sortie de mai", person);
        eraseFile(person);
        assertThat(fixture.claims.count("group_member WHERE worker_id = ?", person.value()))
                .isZero();
    }

    @Test
    void anErasedPersonIsNowhereAtTheDesk() {
        PersonId person = fixture.withBadge();
        eraseFile(person);
        fixture.claims.platform.database().inOrganisation(fixture.claims.organisation, handle -> {
            assertThat(fixture.claims.people.find(handle, fixture.claims.organisation, person))
                    .isEmpty();
            assertThat(fixture.claims.people.page(handle, fixture.claims.organisation, "", null, 500))
                    .noneMatch(found -> found.id().equals(person));
            assertThat(fixture.claims.credentials.credentials().ofWorker(handle, fixture.claims.organisation, person))
                    .isEmpty();
            return true;
        });
    }

    @Test
    void theBadgesOfAnErasedFileStayInTheSpace() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);

        eraseFile(person);

        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", holder.value()))
                .isEqualTo(1);
        assertThat(fixture.claims.count("holder_access WHERE holder_id = ? AND state = 'ACTIVE'", holder.value()))
                .isEqualTo(1);
    }

    @Test
    void aSpaceThatNobodyCanOpenGoesWithTheFile() {
        PersonId person = fixture.claims.person();
        fixture.claims.accepted(fixture.claims.offered(person));
        HolderId holder = fixture.holder(person);

        eraseFile(person);

        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", holder.value()))
                .isZero();
        assertThat(fixture.claims.count("holder WHERE id = ? AND erased_at IS NOT NULL", holder.value()))
                .isEqualTo(1);
    }

    @Test
    void anOpenOfferIsCancelledAndItsSlipOpensNothing() {
        PersonId person = fixture.claims.person();
        OfferId offer = fixture.claims.offered(person);
        Code code = fixture.claims.slip(offer).code();

        eraseFile(person);

        assertThat(row("SELECT state, pin_hash, code_sealed FROM offer WHERE id = ?", offer.value()))
                .containsEntry("state", "CANCELLED")
                .containsEntry("pin_hash", null)
                .containsEntry("code_sealed", null);
        assertThat(fixture.claims.claims.find().apply(code).toString()).contains("Unknown");
    }

    @Test
    void anErasedSpaceKeepsTheStatusIndexAndADigestOfTheBadge() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        Map<String, Object> before = row(
                "SELECT c.id, c.status_list_id, c.status_index, d.document FROM credential c"
                        + " JOIN credential_document d ON d.credential_id = c.id WHERE c.holder_id = ?",
                holder.value());

        phone(holder);

        assertThat(eraseSpace(holder)).isEqualTo(Erased.ERASED);

        assertThat(row(
                        "SELECT id, status_list_id, status_index, displayed_name, state FROM credential WHERE holder_id = ?",
                        holder.value()))
                .containsEntry("status_list_id", before.get("status_list_id"))
                .containsEntry("status_index", before.get("status_index"))
                .containsEntry("displayed_name", null)
                .containsEntry("state", "ISSUED");
        assertThat(fixture.claims.count(
                        "erased_document WHERE credential_id = ? AND digest = sha256(convert_to(?, 'UTF8'))",
                        before.get("id"),
                        before.get("document")))
                .isEqualTo(1);
        for (String table : List.of(
                "credential_document",
                "holder_access",
                "holder_visit",
                "share_link",
                "session",
                "passkey",
                "passkey_owner",
                "passkey_challenge")) {
            assertThat(fixture.claims.count(table + " WHERE holder_id = ?", holder.value()))
                    .as(table)
                    .isZero();
        }
    }

    /** A phone of the holder, and one that is being added. */
    private void phone(HolderId holder) {
        fixture.claims.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO passkey_owner (id, holder_id, user_handle, created_at)"
                            + " VALUES (gen_random_uuid(), ?, sha256('a') || sha256('b'), now())",
                    holder.value());
            handle.execute(
                    "INSERT INTO passkey (id, holder_id, credential_id, public_key, signature_count, backup_eligible,"
                            + " backed_up, name, created_at, last_used_at) VALUES (gen_random_uuid(), ?, sha256('c'),"
                            + " sha256('d'), 0, false, false, 'Poche', now(), now())",
                    holder.value());
            handle.execute(
                    "INSERT INTO passkey_challenge (id, challenge_hash, ceremony, bound_to, holder_id, created_at, ends_at)"
                            + " VALUES (gen_random_uuid(), sha256('e'), 'REGISTRATION', sha256('f'), ?, now(),"
                            + " now() + interval '5 minutes')",
                    holder.value());
        });
    }

    @Test
    void whoClosedASpaceGetsAnotherWithTheNextBadge() {
        PersonId person = fixture.withBadge();
        HolderId first = fixture.holder(person);
        eraseSpace(first);

        fixture.claims.carded(fixture.claims.offered(person), PrivacyFixture.PIN);

        assertThat(fixture.holder(person)).isNotEqualTo(first);
    }

    @Test
    void nothingIsErasedTwiceOrElsewhere() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        DeskFile elsewhere = new DeskFile(fixture.claims.setup.organisation("Régie du Port"), person.value());
        assertThat(fixture.eraseFile.apply(elsewhere, Cause.request(Actor.SYSTEM)))
                .isEqualTo(Erased.GONE);
        assertThat(eraseFile(person)).isEqualTo(Erased.ERASED);
        assertThat(eraseFile(person)).isEqualTo(Erased.GONE);
        assertThat(eraseSpace(holder)).isEqualTo(Erased.ERASED);
        assertThat(eraseSpace(holder)).isEqualTo(Erased.GONE);
        assertThat(fixture.claims.count("erasure WHERE worker_id = ? OR holder_id = ?", person.value(), holder.value()))
                .isEqualTo(2);
    }

    /** Somebody else may have reopened the space; what they cannot see must not be lost, nor stay behind a closed space. */
    @Test
    void aSpaceOfWhichPartWaitsIsNotErasedAtAWishAndWhollyByAReplay() {
        HolderId holder = fixture.holder(fixture.withBadge());
        UUID elsewhere = fixture.claims.setup.organisation("Régie du Quai").value();
        fixture.claims.owner.useHandle(
                handle -> handle.execute("UPDATE holder SET limited_to = ? WHERE id = ?", elsewhere, holder.value()));

        assertThat(eraseSpace(holder)).isEqualTo(Erased.LIMITED);
        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", holder.value()))
                .isEqualTo(1);

        ReplayErasures replay = new ReplayErasures(fixture.eraseFile, fixture.eraseSpace);
        assertThat(replay.apply("SPACE " + holder)).isEqualTo(Erased.ERASED);
        assertThat(fixture.claims.count("credential_document WHERE holder_id = ?", holder.value()))
                .isZero();
    }

    @Test
    void aBadgeThatIsBeingSignedIsWaitedFor() {
        PersonId person = fixture.withBadge();
        HolderId holder = fixture.holder(person);
        fixture.claims.owner.useHandle(handle -> {
            handle.execute(
                    "UPDATE credential_document SET payload = '{}', document = NULL, jwt = NULL WHERE holder_id = ?",
                    holder.value());
            handle.execute(
                    "UPDATE credential SET state = 'PREPARED', issued_at = NULL, lease = gen_random_uuid(),"
                            + " lease_until = now() WHERE holder_id = ?",
                    holder.value());
        });
        assertThat(eraseFile(person)).isEqualTo(Erased.BUSY);
        assertThat(eraseSpace(holder)).isEqualTo(Erased.BUSY);
        assertThat(fixture.erased(person)).isFalse();
    }

    /** After a restore the copy has the person again; the list of erasures does not. */
    @Test
    void aRecordedErasureIsRepeated() {
        PersonId person = fixture.withBadge();
        PersonId other = fixture.withBadge();
        HolderId holder = fixture.holder(other);
        String file = "DESK_FILE " + fixture.claims.organisation + " " + person;
        ReplayErasures replay = new ReplayErasures(fixture.eraseFile, fixture.eraseSpace);

        assertThat(replay.apply(file)).isEqualTo(Erased.ERASED);
        assertThat(replay.apply("SPACE " + holder + "\n")).isEqualTo(Erased.ERASED);
        assertThat(replay.apply(file)).isEqualTo(Erased.GONE);

        assertThat(fixture.erased(person)).isTrue();
        assertThat(new ListErasures(fixture.claims.platform.database()).apply(Instant.EPOCH))
                .contains(file, "SPACE " + holder);
    }

    @Test
    void theRecordOfAnErasureCannotBeChanged() {
        List<String> allowed = fixture.claims.owner.withHandle(
                handle -> handle.createQuery("""
                        SELECT t.name || ' ' || p.privilege
                        FROM (VALUES ('erasure'), ('erased_document')) t (name)
                        CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege)
                        WHERE has_table_privilege('badges_app', t.name, p.privilege)
                        """).mapTo(String.class).list());
        assertThat(allowed).isEmpty();
    }
}
