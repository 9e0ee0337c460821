package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.person.RenamePerson.Outcome;
import fr.badgesiae.api.person.personal.PersonPersonalData;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.share.ShareBadge;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A name that is corrected after the acceptance: successors say the same under the new name. */
class CorrectedNameTest extends CorrectedName {
    @Test
    void nothingIsCorrectedBeforeTheMemberReadHowManyBadgesAreSignedAgain() {
        assertThat(correct(MARRIED, 0)).isEqualTo(new Outcome.Reissues(1));
        assertThat(correct(MARRIED, 2)).isEqualTo(new Outcome.Reissues(1));
        assertThat(fixture.person(person).lastName()).isEqualTo("Exemple");
        assertThat(fixture.count("credential")).isEqualTo(1);

        assertThat(correct(MARRIED, 1)).isEqualTo(new Outcome.Saved());
        assertThat(fixture.person(person).lastName()).isEqualTo("Modèle");
    }

    @Test
    void theSuccessorSaysTheSameUnderTheNewName() throws Exception {
        correct(MARRIED, 1);

        CredentialId now = successor(badge);
        assertSame(document(badge), document(now));
        assertThat(name(document(badge))).isEqualTo("Alix E.");
        assertThat(name(document(now))).isEqualTo("Alix M.");
        assertThat(state(badge)).isEqualTo(CredentialState.REVOKED);
        assertThat(of(badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.NAME_CORRECTED);
        assertThat(state(now)).isEqualTo(CredentialState.ISSUED);
        assertThat(setBits()).isEqualTo(1);
        assertThat(fixture.count("award")).isEqualTo(1);
        assertThat(fixture.audited("CREDENTIAL_WILL_BE_SIGNED", now.value())).isEqualTo(1);
        assertThat(fixture.audited("CREDENTIAL_REISSUED", now.value())).isEqualTo(1);
        assertThat(fixture.audited("WORKER_CHANGED", person.value())).isEqualTo(1);
    }

    @Test
    void theSuccessorTakesThePlaceOfTheBadgeForTheDeskAndForItsHolder() {
        correct(MARRIED, 1);

        CredentialId now = successor(badge);
        assertThat(of(now, "edition", Integer.class)).isEqualTo(1);
        assertThat(of(badge, "edition", Integer.class)).isGreaterThan(1);
        assertThat(fixture.credential(now).displayedName()).isEqualTo("Alix M.");
        assertThat(fixture.credentials
                        .showCredential()
                        .apply(fixture.organisation, badge)
                        .credential()
                        .id())
                .as("an address that the desk kept")
                .isEqualTo(now);
        assertThat(of(now, "issued_at", String.class)).isEqualTo(of(badge, "issued_at", String.class));
        assertThat(fixture.count("acceptance WHERE credential_id = ?", now.value()))
                .isEqualTo(1);
    }

    @Test
    void linksFollowAndShowTheNewName() {
        UUID accepted = fixture.share(holder, badge, "Garage", 30);
        UUID full = fixture.share(
                holder, new ShareBadge.Wish(badge, ClaimFixture.choice(NameChoice.FULL, true), "Mairie", 30));
        CredentialId shown = signed(NameChoice.FULL);

        correct(MARRIED, 1);

        assertThat(fixture.count(
                        "share_link WHERE id = ? AND credential_id = ?",
                        accepted,
                        successor(badge).value()))
                .isEqualTo(1);
        assertThat(fixture.count(
                        "share_link WHERE id = ? AND credential_id = ?",
                        full,
                        successor(shown).value()))
                .isEqualTo(1);
        assertThat(of(successor(shown), "displayed_name", String.class)).isEqualTo("Alix Modèle");
        assertThat(fixture.audited("EDITION_REISSUED", successor(shown).value()))
                .isEqualTo(1);
        assertThat(setBits()).isEqualTo(2);
    }

    @Test
    void whatItsHolderOffersOrMadePublicGoesOnWithTheSuccessor() {
        fixture.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO public_badge (id, organisation_id, holder_id, credential_id, version, hosted, signed, created_at)"
                            + " SELECT gen_random_uuid(), organisation_id, holder_id, id, id || '/1', '{}', '{}', now()"
                            + " FROM credential");
            handle.execute(
                    "INSERT INTO openid_offer (id, organisation_id, holder_id, credential_id, wallet, name_choice,"
                            + " shows_evidence, read_digest, code_lookup, wrong_codes, by_identifier, created_at, expires_at)"
                            + " SELECT gen_random_uuid(), organisation_id, holder_id, id, 'PARADYM', 'NONE', false,"
                            + " repeat('0', 64), sha256('code'), 0, false, now(), now() + interval '1 hour' FROM credential");
            handle.execute(
                    "INSERT INTO share_link (id, organisation_id, holder_id, code_lookup, code_sealed, label, created_at,"
                            + " ends_at) SELECT gen_random_uuid(), organisation_id, holder_id, sha256('link'), 'sealed',"
                            + " 'Garage', now(), now() + interval '1 day' FROM credential");
            handle.execute(
                    "INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id, created_at)"
                            + " SELECT s.id, 1, c.organisation_id, c.holder_id, c.id, now() FROM share_link s, credential c");
        });

        correct(MARRIED, 1);

        UUID now = successor(badge).value();
        for (String held : List.of("public_badge", "openid_offer", "share_link_badge")) {
            assertThat(fixture.count(held)).as(held).isEqualTo(1);
            assertThat(fixture.count(held + " WHERE credential_id = ?", now))
                    .as(held)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatDoesNotShowTheNameOrIsInAWalletStays() {
        CredentialId nameless = signed(NameChoice.NONE);
        CredentialId copy = copy();

        correct(MARRIED, 1);

        assertThat(List.of(state(nameless), state(copy))).containsOnly(CredentialState.ISSUED);
        assertThat(of(copy, "displayed_name", String.class)).isEqualTo("Alix Exemple");
    }

    @Test
    void aSpellingThatTheBadgeDoesNotShowChangesNoBadge() {
        assertThat(correct(new PersonForm("Alix", "Exempple"), 0)).isEqualTo(new Outcome.Saved());
        assertThat(fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void aBadgeThatHasLapsedIsNotSignedAgain() {
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE credential SET valid_from = valid_from - interval '2 days',"
                        + " valid_until = valid_from - interval '1 day'"));
        assertThat(correct(MARRIED, 0)).isEqualTo(new Outcome.Saved());
        assertThat(fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void aBadgeThatWasRevokedIsNotSignedAgain() {
        fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        fixture.organisation,
                                        badge,
                                        PublicReason.WRONG_CONTENT,
                                        "",
                                        Actor.SYSTEM));
        assertThat(correct(MARRIED, 0)).isEqualTo(new Outcome.Saved());
        assertThat(fixture.count("credential")).isEqualTo(1);
        assertThat(of(badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.WRONG_CONTENT);
    }

    /** While a file is held the desk keeps the name that the badge showed, but nobody has the badge any more. */
    @Test
    void aBadgeOfAnErasedSpaceIsNotSignedAgain() {
        fixture.owner.useHandle(handle ->
                handle.execute("UPDATE worker SET erasure_held_on = current_date WHERE id = ?", person.value()));
        EraseSpace erase = new EraseSpace(
                fixture.platform,
                () -> List.of(
                        PersonPersonalData.tables(),
                        fixture.credentials.personalData(),
                        fixture.shares.personalData(),
                        fixture.holders.personalData(),
                        fixture.offers.personalData(),
                        fixture.reopenings.personalData(),
                        fixture.claims.personalData()));
        assertThat(erase.apply(holder, Cause.request(Actor.holder(holder)))).isEqualTo(Erased.ERASED);
        assertThat(of(badge, "displayed_name", String.class)).isEqualTo("Alix E.");

        assertThat(correct(MARRIED, 0)).isEqualTo(new Outcome.Saved());

        assertThat(fixture.person(person).lastName()).isEqualTo("Modèle");
        assertThat(fixture.count("credential")).isEqualTo(1);
    }

    /** The same but for what makes it another credential. */
    private static void assertSame(JsonNode before, JsonNode after) {
        List<String> other = List.of("id", "validFrom", "credentialStatus", "proof", "credentialSubject");
        before.fieldNames().forEachRemaining(field -> {
            if (!other.contains(field)) {
                assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
            }
        });
        assertThat(after.get("id")).isNotEqualTo(before.get("id"));
        assertThat(after.get("credentialStatus")).isNotEqualTo(before.get("credentialStatus"));
        for (String field : List.of("id", "achievement", "narrative")) {
            assertThat(after.path("credentialSubject").get(field))
                    .as(field)
                    .isEqualTo(before.path("credentialSubject").get(field));
        }
    }
}
