package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.VerificationReport.Kind;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsedCredentialTest {
    private static ParsedCredential credential(InputKind kind, String text) {
        return new ParsedCredential(kind, ReferenceData.parse(text.replace('\'', '"')), Optional.empty());
    }

    private static ParsedCredential credential(String text) {
        return credential(InputKind.OB3_JSON, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'@context':'https://www.w3.org/2018/credentials/v1'} | true",
                "{'@context':['https://www.w3.org/2018/credentials/v1','x']} | true",
                "{'@context':['x','https://www.w3.org/2018/credentials/v1']} | false",
                "{'@context':[]} | false",
                "{} | false",
            })
    void theFirstContextIsTheVersion(String text, boolean first) {
        assertThat(credential(text).isVersion1()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'issuer':'u:1'} | u:1 |",
                "{'issuer':{'id':'u:1','name':'A'}} | u:1 | A",
                "{'issuer':[{'id':['u:1'],'name':'A'}]} | u:1 | A",
                "{'issuer':['u:1','u:2']} | |",
                "{'issuer':null} | |",
                "{'issuer':[null]} | |",
                "{} | |",
            })
    void anIssuerIsAnIdOrAnObject(String text, @Nullable String id, @Nullable String name) {
        assertThat(credential(text).issuerId()).isEqualTo(id);
        assertThat(credential(text).claimedIssuerName()).isEqualTo(name);
    }

    @Test
    void aListOfOneIsItsItemAndNothingIsMissing() {
        ParsedCredential credential = credential(
                "{'id':['u:1'],'a':[],'b':null,'c':[1,2],'d':[null,3],'credentialSubject':[null,{'x':1},{'x':2}]}");
        assertThat(credential.id()).isEqualTo("u:1");
        assertThat(credential.stated("a").isMissingNode()).isTrue();
        assertThat(credential.stated("b").isMissingNode()).isTrue();
        assertThat(credential.stated("c")).hasSize(2);
        assertThat(credential.stated("d").intValue()).isEqualTo(3);
        assertThat(credential.subject().path("x").intValue()).isEqualTo(1);
        assertThat(credential("{}").subject().isMissingNode()).isTrue();
        assertThat(ParsedCredential.each(credential.document().path("d"))).hasSize(1);
        assertThat(ParsedCredential.each(credential.document().path("b"))).isEmpty();
        assertThat(ParsedCredential.each(credential.document().path("e"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OB3_JSON | {'type':['VerifiableCredential','OpenBadgeCredential']} | BADGE",
                "OB3_JWT | {'type':'AchievementCredential'} | BADGE",
                "OB3_JSON | {'type':'EndorsementCredential'} | ENDORSEMENT",
                "OB3_JSON | {'type':'ClrCredential'} | RECORD",
                "OB3_JSON | {'type':'Assertion'} | OTHER",
                "OB2_JSON | {'type':'Assertion'} | BADGE",
                "OB1_JSON | {} | BADGE",
                "OB2_JWS | {'type':'obi:Endorsement'} | ENDORSEMENT",
                "OB1_JWS | {'type':'Autre'} | OTHER",
                "OB2_JSON | {'type':'ClrCredential'} | OTHER",
            })
    void theKindIsThatOfTheTypes(InputKind form, String text, Kind kind) {
        ParsedCredential credential = credential(form, text);
        assertThat(CredentialKind.of(credential)).isEqualTo(kind);
        assertThat(credential.isOb2()).isEqualTo(form.name().matches("OB[12].*"));
    }
}
