package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeSummary.Alignment;
import fr.badgesiae.verifier.BadgeSummary.Evidence;
import fr.badgesiae.verifier.BadgeSummary.Result;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BadgeSummaryTest {
    private static BadgeSummary sample(String name) {
        return SamplesTest.verify(Samples.named(name)).summary();
    }

    private static BadgeSummary of(String json) {
        try {
            return BadgeSummary.ofCredential(new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BadgeSummary ofAchievement(String members) {
        return of("{'credentialSubject':{'achievement':{" + members + "}}}");
    }

    @Test
    void skillsAreToldByNameFrameworkCodeAndAddress() {
        assertThat(sample("valid-did-web.json").details().alignments())
                .containsExactly(new Alignment(
                        "Réaliser un travail en équipe",
                        "Référentiel d’exemple, version 1",
                        "400001",
                        null,
                        "https://referentiel.example/competences/400001"));
    }

    @Test
    void skillsOfOpenBadges2And1AreToldAlike() {
        assertThat(sample("valid-ob2-hosted.json").details().alignments())
                .containsExactly(new Alignment(
                        "Réaliser un travail en équipe",
                        null,
                        "400001",
                        null,
                        "https://referentiel.example/competences/400001"));
        assertThat(sample("valid-ob1-hosted-1.1.json").details().alignments())
                .extracting(Alignment::name)
                .containsExactly("Travail en équipe");
    }

    @Test
    void evidenceIsToldWithItsNameWordsAndAddress() {
        assertThat(sample("valid-evidence-described.json").details().evidence())
                .containsExactly(
                        new Evidence("Trois semaines au tri", null, null, "https://badges.example/traces/tri"));
        assertThat(sample("valid-ob2-evidence.json").details().evidence())
                .containsExactly(
                        new Evidence(null, null, null, "https://atelier.example/photos"),
                        new Evidence("Récit", "Une *année*.", null, "https://atelier.example/recit"));
    }

    @Test
    void theAchievedLevelIsToldByItsName() {
        assertThat(sample("valid-with-level.json").details().results())
                .containsExactly(new Result("Niveau", "Sans aide", null));
    }

    @Test
    void theCommentOfAnEndorsementIsToldInBothVersions() {
        assertThat(SamplesTest.verify(Samples.named("valid-endorsed-badge.json"))
                        .endorsements())
                .first()
                .satisfies(endorsement ->
                        assertThat(endorsement.summary().details().comment()).isNotBlank());
        assertThat(SamplesTest.verify(Samples.named("valid-ob2-endorsed.json")).endorsements())
                .first()
                .satisfies(endorsement ->
                        assertThat(endorsement.summary().details().comment()).isNotBlank());
    }

    @Test
    void carelessFormsAreReadAndNothingElse() {
        assertThat(ofAchievement("'name':['Nom']").achievement()).isEqualTo("Nom");
        assertThat(ofAchievement("'name':{'@value':' Nom ','@language':'fr'}").achievement())
                .isEqualTo("Nom");
        assertThat(ofAchievement("'name':[null,7,{'@value':'Nom'},'Name']").achievement())
                .isEqualTo("Nom");
        assertThat(ofAchievement("'name':7").achievement()).isNull();
        assertThat(ofAchievement("'name':' '").achievement()).isNull();
        assertThat(ofAchievement("'name':{'id':'Nom'}").achievement()).isNull();
        assertThat(ofAchievement("'criteria':[{'id':'https://a.example','narrative':['Mots']}]"))
                .satisfies(read -> assertThat(read.criteria()).isEqualTo("Mots"))
                .satisfies(read -> assertThat(read.details().criteriaUrl()).isEqualTo("https://a.example"));
    }

    @Test
    void oneAlignmentWithoutAListIsReadAndOneThatNamesNothingIsNot() {
        assertThat(ofAchievement("'alignment':{'targetName':'Souder'}")
                        .details()
                        .alignments())
                .extracting(Alignment::name)
                .containsExactly("Souder");
        assertThat(ofAchievement("'alignment':[7,null,{'targetType':'x'},{'targetUrl':'https://a.example'}]")
                        .details()
                        .alignments())
                .extracting(Alignment::url)
                .containsExactly("https://a.example");
    }

    @Test
    void evidenceAsATextIsItsAddress() {
        assertThat(of("{'evidence':['https://a.example',{'type':'Evidence'},{'narrative':'Mots'}]}")
                        .details()
                        .evidence())
                .containsExactly(
                        new Evidence(null, null, null, "https://a.example"), new Evidence(null, "Mots", null, null));
    }

    @Test
    void onlyAPlainIdentifierIsTheNameOfTheRecipient() {
        String entry =
                "{'credentialSubject':{'identifier':[{'identityType':'name','hashed':%s,'identityHash':'Alix'}]}}";
        assertThat(of(entry.formatted("false")).details().recipientName()).isEqualTo("Alix");
        assertThat(of(entry.formatted("true")).details().recipientName()).isNull();
        assertThat(of("{'credentialSubject':{'identifier':{'identityType':'name','identityHash':'Alix'}}}")
                        .details()
                        .recipientName())
                .isNull();
    }

    @Test
    void theRecipientOfOpenBadges2SaysWhatItIs() {
        assertThat(sample("valid-ob2-plain-recipient.json").details())
                .satisfies(details -> assertThat(details.recipientType()).isEqualTo("email"))
                .satisfies(details -> assertThat(details.recipientHashed()).isFalse());
        assertThat(sample("valid-ob2-embedded.json").details().recipientHashed())
                .isTrue();
    }

    @Test
    void theReportForMachinesTellsTheSame() {
        JsonNode badge = ReportJson.write(SamplesTest.verify(Samples.named("valid-did-web.json")), Locale.FRENCH)
                .path("badge");
        assertThat(badge.at("/alignments/0/name").asText()).isEqualTo("Réaliser un travail en équipe");
        assertThat(badge.at("/language").asText()).isEqualTo("fr");
        assertThat(badge.at("/title").asText()).isEqualTo("Travailler en équipe");
    }
}
