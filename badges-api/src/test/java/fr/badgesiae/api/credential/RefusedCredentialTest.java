package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefusedCredentialTest {
    private static IssuingFixture issuing;
    private static final List<UUID> TOLD = new ArrayList<>();

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
        issuing.node.credentials.onVoided((handle, organisation, offer) -> TOLD.add(offer));
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    @Test
    void whatOurOwnVerifierRefusesIsVoidedAndItsOfferOpenAgain() {
        UUID offer = UUID.randomUUID();
        CredentialId id = issuing.prepare(issuing.statement(offer));
        spoil(id, "\"OpenBadgeCredential\"", "\"EndorsementCredential\"");

        assertThat(issuing.node.credentials.finishCredential().apply(issuing.organisation, id))
                .isFalse();
        assertThat(issuing.state(id)).isEqualTo(CredentialState.VOIDED);
        assertThat(TOLD).contains(offer);
        assertThat(issuing.lines("CREDENTIAL_VOIDED", id.value())).isEqualTo(1);
        CredentialId next = issuing.prepare(issuing.statement(offer));
        assertThat(issuing.node.credentials.finishCredential().apply(issuing.organisation, next))
                .isTrue();
        assertThat(index(next)).isNotEqualTo(index(id));
    }

    @Test
    void whatASignatureWouldNotCoverIsVoided() {
        CredentialId id = issuing.prepare(issuing.statement());
        spoil(id, "\"awardedDate\"", "\"unknownTerm\"");

        assertThat(issuing.node.credentials.finishCredential().apply(issuing.organisation, id))
                .isFalse();
        assertThat(issuing.state(id)).isEqualTo(CredentialState.VOIDED);
    }

    private static void spoil(CredentialId id, String from, String to) {
        int changed = issuing.owner.withHandle(handle -> handle.createUpdate(
                        "UPDATE credential_document SET payload = replace(payload, :from, :to) WHERE credential_id = :id")
                .bind("from", from)
                .bind("to", to)
                .bind("id", id.value())
                .execute());
        assertThat(changed).isEqualTo(1);
    }

    private static int index(CredentialId id) {
        return issuing.owner.withHandle(
                handle -> handle.createQuery("SELECT status_index FROM credential WHERE id = :id")
                        .bind("id", id.value())
                        .mapTo(Integer.class)
                        .one());
    }
}
