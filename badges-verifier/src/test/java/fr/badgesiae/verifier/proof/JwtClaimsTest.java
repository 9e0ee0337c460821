package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import org.junit.jupiter.api.Test;

class JwtClaimsTest {
    @Test
    void onlyAClaimForWhichTheCredentialHasAValueIsAbsent() {
        assertThat(claims("{}", "{\"validFrom\":\"2026-01-01T00:00:00Z\"}").absent())
                .containsExactly("nbf");
        assertThat(claims("{}", "{\"expirationDate\":\"2026-01-01T00:00:00Z\",\"id\":\"urn:x:1\"}")
                        .absent())
                .containsExactly("jti", "exp");
        assertThat(claims("{}", "{}").absent()).isEmpty();
    }

    @Test
    void aClaimNeedsNoDateOfTheCredentialAndContradictsADifferentOne() {
        assertThat(claims("{\"nbf\":1767225600}", "{}").contradicted()).isEmpty();
        assertThat(claims("{\"nbf\":1767225600}", "{\"validFrom\":\"2026-01-01T00:00:00Z\"}")
                        .contradicted())
                .isEmpty();
        assertThat(claims("{\"nbf\":1767225700}", "{\"validFrom\":\"2026-01-01T00:00:00Z\"}")
                        .contradicted())
                .containsExactly("nbf");
        assertThat(claims("{\"nbf\":\"1767225600\"}", "{}").contradicted()).containsExactly("nbf");
    }

    @Test
    void theSameCredentialTwiceIsNoContradictionAndAnotherOneIs() {
        String subject = "\"credentialSubject\":{\"id\":\"urn:x:1\"}";
        assertThat(claims("{" + subject + ",\"vc\":{" + subject + "}}", "{}").contradicted())
                .isEmpty();
        assertThat(claims("{" + subject + ",\"vc\":{\"credentialSubject\":{\"id\":\"urn:x:2\"}}}", "{}")
                        .contradicted())
                .containsExactly("vc");
    }

    private static JwtClaims claims(String payload, String credential) {
        ObjectNode read = ReferenceData.parse(credential);
        return new JwtClaims(ReferenceData.parse(payload), read);
    }
}
