package fr.badgesiae.api.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.RenamePerson.Outcome;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An organisation with a badge that was accepted under a name. */
abstract class CorrectedName {
    static final PersonForm MARRIED = new PersonForm("Alix", "Modèle");

    ClaimFixture fixture;
    RenamePerson rename;
    Principal counsellor;
    PersonId person;
    OfferId offer;
    HolderId holder;
    CredentialId badge;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        rename = new RenamePerson(
                fixture.platform, fixture.edition.reissue(), (handle, organisation, person, today) -> false);
        counsellor = new Principal(
                fixture.counsellor, fixture.organisation, Role.COUNSELLOR, "Conseil", "Atelier", UUID.randomUUID());
        person = fixture.person();
        offer = fixture.offered(person);
        AcceptOffer.Accepted accepted = fixture.accepted(offer);
        holder = accepted.holder();
        badge = accepted.credential();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    Outcome correct(PersonForm form, int agreed) {
        int revision = new FindNames(fixture.platform.database())
                .apply(fixture.organisation, person)
                .revision();
        return rename.apply(counsellor, person, revision, form, agreed);
    }

    CredentialId signed(NameChoice name) {
        return ((SignEdition.Signed) fixture.editions.apply(holder, badge, ClaimFixture.choice(name, true))).edition();
    }

    CredentialId copy() {
        var choice = ClaimFixture.choice(NameChoice.FULL, true)
                .in(new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample"));
        return ((SignEdition.Signed) fixture.editions.apply(holder, badge, choice)).edition();
    }

    <T> T of(CredentialId id, String column, Class<T> type) {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT " + column + " FROM credential WHERE id = ?", id.value())
                        .mapTo(type)
                        .one());
    }

    CredentialState state(CredentialId id) {
        return of(id, "state", CredentialState.class);
    }

    CredentialId successor(CredentialId of) {
        return new CredentialId(fixture.owner.withHandle(handle -> handle.select(
                        "SELECT id FROM credential WHERE supersedes = ? AND state <> 'VOIDED'", of.value())
                .mapTo(UUID.class)
                .one()));
    }

    JsonNode document(CredentialId id) throws Exception {
        return new JsonMapper().readTree(fixture.signed(id).document());
    }

    int setBits() {
        return fixture.owner.withHandle(handle -> handle.select("SELECT bit_count(bits) FROM status_list")
                .mapTo(Integer.class)
                .one());
    }

    static String name(JsonNode document) {
        return document.at("/credentialSubject/identifier/0/identityHash").asText();
    }
}
