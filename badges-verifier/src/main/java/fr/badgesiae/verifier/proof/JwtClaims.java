package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.codec.NumericDate;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares registered JWT claims with the members of the credential (OB 3.0 8.2.4.1, VC-JWT 1.1 section 6.3.1). */
final class JwtClaims {
    private final List<String> contradicted = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    /**
     * @param payload the JWT's claims
     * @param credential the credential as signed, before it was completed from claims
     */
    JwtClaims(ObjectNode payload, ObjectNode credential) {
        List<JsonNode> subjects = ParsedCredential.each(credential.path("credentialSubject"));
        JsonNode subject = subjects.isEmpty() ? credential.path("") : subjects.get(0);
        compareText("iss", payload, issuerOf(credential));
        compareText(
                "jti", payload, ParsedCredential.stated(credential.path("id")).textValue());
        compareText("sub", payload, ParsedCredential.stated(subject.path("id")).textValue());
        compareDate("nbf", payload, dates(credential, "validFrom", "issuanceDate"));
        compareDate("exp", payload, dates(credential, "validUntil", "expirationDate"));
        compareNested(payload);
    }

    List<String> contradicted() {
        return contradicted;
    }

    /** Absent claims for which the credential has a value. */
    List<String> absent() {
        return absent;
    }

    static @Nullable String issuerOf(ObjectNode credential) {
        JsonNode issuer = ParsedCredential.stated(credential.path("issuer"));
        return issuer.isTextual()
                ? issuer.textValue()
                : ParsedCredential.stated(issuer.path("id")).textValue();
    }

    private void compareText(String claim, ObjectNode payload, @Nullable String expected) {
        JsonNode value = payload.path(claim);
        if (value.isMissingNode()) {
            if (expected != null) {
                absent.add(claim);
            }
        } else if (!value.isTextual() || (expected != null && !expected.equals(value.textValue()))) {
            contradicted.add(claim);
        }
    }

    /** One of the dates fits: some writers state those of both data models, and the claim repeats one of them. */
    private void compareDate(String claim, ObjectNode payload, List<JsonNode> dates) {
        JsonNode value = payload.path(claim);
        if (value.isMissingNode()) {
            if (!dates.isEmpty()) {
                absent.add(claim);
            }
            return;
        }
        boolean fits = dates.isEmpty()
                || dates.stream()
                        .map(date -> DateTimeStamp.parse(date.textValue()))
                        .flatMap(Optional::stream)
                        .anyMatch(date -> NumericDate.agree(value, date));
        if (!value.isNumber() || !fits) {
            contradicted.add(claim);
        }
    }

    /** A token whose claims are the credential must not contain another one under {@code vc} (vc-jose-cose 3.1.1). */
    private void compareNested(ObjectNode payload) {
        boolean differs = payload.has("credentialSubject")
                && payload.path("vc").properties().stream()
                        .anyMatch(member -> !member.getValue().equals(payload.get(member.getKey())));
        if (differs) {
            contradicted.add("vc");
        }
    }

    private static List<JsonNode> dates(ObjectNode credential, String... names) {
        return Stream.of(names)
                .map(name -> ParsedCredential.stated(credential.path(name)))
                .filter(date -> !date.isMissingNode())
                .toList();
    }
}
