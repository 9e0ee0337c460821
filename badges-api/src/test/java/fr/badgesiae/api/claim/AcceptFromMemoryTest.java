package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialState;
import org.junit.jupiter.api.Test;

class AcceptFromMemoryTest {
    @Test
    void anAcceptedBadgeIsSignedFromMemory() {
        try (ClaimFixture fixture = ClaimFixture.open()) {
            // The status list was signed with the same key.
            long before = openings(fixture);
            AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered());

            assertThat(fixture.credential(accepted.credential()).state()).isEqualTo(CredentialState.ISSUED);
            // Recovery would read the badge and open the keys again.
            assertThat(openings(fixture)).isEqualTo(before + 1);
        }
    }

    private static long openings(ClaimFixture fixture) {
        return fixture.count("audit_event e JOIN signing_key k ON k.id = e.subject_id"
                + " WHERE e.code = 'KEY_WILL_BE_USED' AND k.algorithm = 'ES256'");
    }
}
