package fr.badgesiae.api.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A badge that its holder accepted, anew for each test, and what is signed of it. */
final class AcceptedBadge implements BeforeEachCallback, AfterEachCallback {
    static final EditionChoice ACCEPTED = ClaimFixture.choice(NameChoice.FIRST_AND_INITIAL, true);
    static final EditionChoice FULL = ClaimFixture.choice(NameChoice.FULL, true);
    static final EditionChoice NAMELESS = ClaimFixture.choice(NameChoice.NONE, false);

    ClaimFixture fixture;
    OfferId offer;
    HolderId holder;
    CredentialId badge;

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture = ClaimFixture.open();
        offer = fixture.offered();
        AcceptOffer.Accepted accepted = fixture.accepted(offer);
        holder = accepted.holder();
        badge = accepted.credential();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture.close();
    }

    /** The key of a wallet. */
    static WalletBinding key(int number) {
        return new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample" + number);
    }

    SignEdition.Outcome apply(EditionChoice choice) {
        return fixture.editions.apply(holder, badge, choice);
    }

    CredentialId signed(EditionChoice choice) {
        return ((SignEdition.Signed) apply(choice)).edition();
    }

    EditionProblem problem(EditionChoice choice) {
        return ((SignEdition.NotSigned) apply(choice)).problem();
    }

    /** An edition whose signer stopped after the commit. */
    PreparedCredential prepared(NameChoice name, String displayed) {
        Offer accepted = fixture.find(offer);
        UUID award = fixture.owner.withHandle(
                handle -> handle.select("SELECT award_id FROM credential WHERE id = ?", badge.value())
                        .mapTo(UUID.class)
                        .one());
        return fixture.platform.database().inHolder(holder, handle -> {
            Database.alsoForOrganisation(handle, fixture.organisation);
            return fixture.credentials
                    .prepareCredential()
                    .edition(
                            handle,
                            new AwardStatement(
                                    award,
                                    fixture.organisation,
                                    accepted.person().id(),
                                    accepted.person().subject(),
                                    accepted.achievement(),
                                    accepted.narrative(),
                                    accepted.evidence(),
                                    LocalDate.of(2026, 11, 2),
                                    name,
                                    displayed,
                                    true,
                                    offer.value(),
                                    null),
                            holder,
                            handle.attach(EditionDao.class).next(award));
        });
    }

    JsonNode document(CredentialId edition) {
        try {
            return new JsonMapper().readTree(fixture.signed(edition).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String subject(CredentialId edition) {
        return document(edition).at("/credentialSubject/id").asText();
    }

    CredentialState state(CredentialId edition) {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT state FROM credential WHERE id = ?", edition.value())
                        .mapTo(CredentialState.class)
                        .one());
    }

    /** Of the only status list. */
    int setBits() {
        return fixture.owner.withHandle(handle -> handle.select("SELECT bit_count(bits) FROM status_list")
                .mapTo(Integer.class)
                .one());
    }

    boolean revoke() {
        return fixture.platform
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
                                        "Une note",
                                        Actor.SYSTEM));
    }

    static void assertProblem(ProblemType type, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
