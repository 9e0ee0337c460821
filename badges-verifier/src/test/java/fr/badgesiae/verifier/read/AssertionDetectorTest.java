package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionDetectorTest {
    private static final String V1 = "https://w3id.org/openbadges/v1";
    private static final String V2 = "https://w3id.org/openbadges/v2";

    private static ObjectNode document(String text) {
        return ReferenceData.parse(text.replace('\'', '"').replace("V1", V1).replace("V2", V2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'Assertion'} | true",
                "{'@type':['X','obi:Assertion']} | true",
                "{'type':'https://w3id.org/openbadges#Endorsement'} | true",
                "{'type':'obi:BadgeClass'} | false",
                "{'badge':'b','recipient':{}} | true",
                "{'badge':'b','verify':{}} | true",
                "{'badge':'b'} | false",
                "{'recipient':{},'verify':{}} | false",
                "{'@context':'V2'} | true",
                "{'@context':['x','V1']} | true",
                "{'@context':'x'} | false",
                "{'@context':'V2','type':'Profile'} | false",
                "{'@context':'V2','criteria':'c'} | false",
                "{} | false",
            })
    void anAssertionIsKnownByItsTypeItsMembersOrItsContext(String text, boolean states) {
        assertThat(AssertionDetector.statesContent(document(text))).isEqualTo(states);
        assertThat(AssertionDetector.isAssertion(document(text))).isEqualTo(states);
        assertThat(AssertionDetector.isPublishedAssertion(document(text))).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'verify':{'url':'https://a.example/1'}} | true",
                "{'verify':{'type':'hosted','url':'HTTP://a.example/1'}} | true",
                "{'type':'Assertion','@context':'V1','badge':'b','verify':{'url':'https://a.example/1'}} | true",
                "{'recipient':{},'verify':{'url':'https://a.example/1'}} | true",
                "{'badge':'b','recipient':{},'verify':{'url':'https://a.example/1'}} | false",
                "{'verify':{'type':'signed','url':'https://a.example/1'}} | false",
                "{'@context':'V2','verify':{'url':'https://a.example/1'}} | false",
                "{'type':'BadgeClass','verify':{'url':'https://a.example/1'}} | false",
                "{'verify':{'url':'urn:x:1'}} | false",
                "{'verify':{}} | false",
                "{} | false",
            })
    void aCopyOfNoMoreThanAnAddressIsAReference(String text, boolean reference) {
        assertThat(AssertionDetector.isReference(document(text))).isEqualTo(reference);
    }

    @Test
    void aReferenceIsAnAssertionButStatesNothing() {
        ObjectNode reference = document("{'verify':{'url':'https://a.example/1'}}");
        assertThat(AssertionDetector.isAssertion(reference)).isTrue();
        assertThat(AssertionDetector.statesContent(reference)).isFalse();
        assertThat(AssertionDetector.isPublishedAssertion(reference)).isFalse();
        assertThat(AssertionDetector.isPublishedAssertion(document("{'revoked':true}")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | true",
                "{'@context':'V1'} | true",
                "{'@context':['V1','V1#']} | true",
                "{'@context':'V1','type':'Assertion'} | true",
                "{'@context':'V2'} | false",
                "{'@context':['V1','V2']} | false",
                "{'@context':{}} | false",
                "{'type':'Assertion'} | false",
                "{'verification':{}} | false",
                "{'type':'Assertion','verify':{'url':'https://a.example/1'}} | true",
            })
    void versionOneHasNoContextOrThatOfOneOne(String text, boolean first) {
        assertThat(AssertionDetector.isVersion1(document(text))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w3id.org/openbadges/v1",
                "http://w3id.org/openbadges/v1#",
                "https://openbadgespec.org/v1/context.json",
                "http://www.openbadgespec.org/v1/",
                "https://standard.openbadges.org/1.1/context"
            })
    void theContextOfOneOneWasPublishedAtSeveralAddresses(String url) {
        assertThat(AssertionDetector.isContext1(url)).isTrue();
        assertThat(AssertionDetector.isContext1(url + "x")).isFalse();
    }

    @Test
    void aTypeIsNamedWithoutItsVocabulary() {
        assertThat(AssertionDetector.types(
                        document("{'type':['obi:Assertion','https://w3id.org/openbadges#X'],'@type':'Y'}")))
                .containsExactly("Assertion", "X", "Y");
    }
}
