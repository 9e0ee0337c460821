package fr.badgesiae.verifier.ob2.form;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
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
                "{'@graph':[{'name':'a'}]} | {'name':'a'}",
                "{'@context':'x','@graph':{'name':'a'}} | {'@context':'x','name':'a'}",
                "{'@context':'x','@graph':[{'@context':'y','name':'a'}]} | {'@context':'y','name':'a'}",
                "{'tags':{'@set':['a']},'name':{'@list':['b']}} | {'tags':'a','name':'b'}",
                "{'schema:name':'a','http://schema.org/name':'b','name':['c','d']} | {'name':['a','b','c','d']}",
                "{'name':'','tags':['',null],'type':1} | {'type':1.0}",
                "{'badge':{'id':'u:1','type':'BadgeClass'},'issuer':{'@id':'u:2'}} | {'badge':'u:1','issuer':'u:2'}",
                "{'issuer':{'id':'u:1','type':['Profile','obi:Issuer']}} | {'issuer':'u:1'}",
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
                "{'version':1} | {'version':2}",
                "{'name':' '} | {}",
                "{'@graph':[{'name':'a'}],'id':'u:1'} | {'name':'a'}",
                "{'@context':'x','id':'u:1','@graph':[{'name':'a'}]} | {'@context':'x','name':'a'}",
                "{'@graph':[{'name':'a'},{'name':'a'}]} | {'name':'a'}",
                "{'@graph':['name']} | {}",
                "{'revokedAssertions':[]} | {}",
                "{'recipient':{'id':'u:1'}} | {'recipient':'u:1'}",
                "{'badge':{'id':'u:1','name':'a'}} | {'badge':'u:1'}",
                "{'badge':{'id':'u:1','type':'Assertion'}} | {'badge':'u:1'}",
                "{'badge':{'id':1}} | {'badge':1}",
                "{'badge':{'type':'Issuer'}} | {}",
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
    void aContextStaysAsItIs() {
        assertThat(NormalForm.of(json("{\"@context\":[\"x\"]}"))
                        .path("@context")
                        .isArray())
                .isTrue();
    }

    @Test
    void whatIsNoJsonNumberIsItsOwnText() {
        assertThat(NormalForm.canonical(DoubleNode.valueOf(Double.NaN))).isEqualTo("NaN");
    }

    @Test
    void aDocumentThatIsAValueIsNothing() {
        assertThat(NormalForm.of(json("{\"@value\":\"a\"}"))).isEmpty();
    }

    private static String canonical(String text) {
        return NormalForm.canonical(NormalForm.of(json(text.replace('\'', '"'))));
    }
}
