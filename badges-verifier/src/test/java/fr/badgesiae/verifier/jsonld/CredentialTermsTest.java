package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CredentialTermsTest {
    private static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";

    @Test
    void theFileIsGeneratedFromTheClassTableAndTheContexts() throws IOException {
        String generated = ClassTable.generate();
        assertThat(Files.readString(ClassTable.TARGET)).isEqualTo(generated);
    }

    @Test
    void whatACredentialStatesIsNotForOtherNodesOfItsId() {
        assertThat(Stream.of(
                        CREDENTIALS + "issuer",
                        CREDENTIALS + "credentialSubject",
                        CREDENTIALS + "validFrom",
                        CREDENTIALS + "validUntil",
                        CREDENTIALS + "issuanceDate",
                        CREDENTIALS + "expirationDate",
                        CREDENTIALS + "credentialStatus",
                        CREDENTIALS + "credentialSchema",
                        CREDENTIALS + "refreshService",
                        CREDENTIALS + "termsOfUse",
                        CREDENTIALS + "evidence",
                        CREDENTIALS + "renderMethod",
                        CREDENTIALS + "verifiableCredential",
                        "https://w3id.org/security#proof",
                        OPEN_BADGES + "awardedDate",
                        OPEN_BADGES + "endorsement",
                        OPEN_BADGES + "endorsementJwt",
                        "https://unknown.example/#statement"))
                .noneMatch(CredentialTerms::isOfOthersOnly)
                .noneMatch(CredentialTerms::mayRepeat);
        assertThat(Stream.of("Criteria", "achievement", "narrative", "endorsementComment", "targetCode", "version"))
                .allMatch(name -> CredentialTerms.isOfOthersOnly(OPEN_BADGES + name));
    }

    @Test
    void everyKindOfCredentialAndPresentationIsKnown() {
        assertThat(Stream.of("VerifiableCredential", "VerifiablePresentation", "EnvelopedVerifiableCredential"))
                .allMatch(name -> CredentialTerms.isCredentialClass(CREDENTIALS + name));
        assertThat(Stream.of("OpenBadgeCredential", "EndorsementCredential"))
                .allMatch(name -> CredentialTerms.isCredentialClass(OPEN_BADGES + name));
        assertThat(CredentialTerms.isCredentialClass(OPEN_BADGES + "Achievement"))
                .isFalse();
    }
}
