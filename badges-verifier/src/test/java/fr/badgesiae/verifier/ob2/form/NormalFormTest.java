package fr.badgesiae.verifier.ob2.form;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'@id':'u:1','@type':'obi:Assertion'} | {'id':'u:1','type':'Assertion'}",
                "{'verify':{'type':'hosted'}} | {'verification':{'type':'HostedBadge'}}",
                "{'https://w3id.org/openbadges#badge':['u:2']} | {'badge':'u:2'}",
                "{'tags':['a','b'],'narrative':null,'evidence':[]} | {'tags':['b','a']}",
                "{'name':{'@value':'a','@language':'fr'},'version':1.0} | {'name':'a','version':1}",
                "{'@context':[{'nom':'schema:name'}],'nom':'a'} | {'@context':[{'nom':'schema:name'}],'name':'a'}",
            })
    void whatMeansTheSameIsWrittenTheSame(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'a'} | {'name':'b'}",
                "{'name':'a'} | {'schema:name':'a','name':'b'}",
                "{'hashed':true} | {'hashed':'true'}",
                "{'salt':'1'} | {'salt':1}",
                "{'tags':['a','b']} | {'tags':['a','b','b']}",
                "{'tags':'a'} | {'tag':'a'}",
            })
    void whatMeansSomethingElseIsWrittenOtherwise(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    @Test
    void aDocumentDoesNotRedefineTheWordsOfOpenBadges() {
        assertThat(NormalForm.of(json("{\"@context\":{\"name\":\"schema:email\"},\"name\":\"a\"}"))
                        .has("name"))
                .isTrue();
    }

    @Test
    void aDocumentThatIsAValueIsNothing() {
        assertThat(NormalForm.of(json("{\"@value\":\"a\"}"))).isEmpty();
    }

    private static String canonical(String text) {
        return NormalForm.canonical(NormalForm.of(json(text.replace('\'', '"'))));
    }
}
