package fr.badgesiae.verifier.ob2.form;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the members of 1.x become in 2.0, one by one. */
class UpgradeTest {
    private static final String SOURCE = "https://a.example/assertions/1";

    private static ObjectNode read(String text) {
        return json(text.replace('\'', '"'));
    }

    private static ObjectNode assertion(String text) {
        return assertion(text, SOURCE);
    }

    private static ObjectNode assertion(String text, @Nullable String source) {
        return Upgrade.assertion(read(text), source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'2014-03-01' | '2014-03-01T00:00:00Z'",
                "'2014-03-01T10:20' | '2014-03-01T10:20Z'",
                "'2014-03-01T10:20:30.5' | '2014-03-01T10:20:30.5Z'",
                "'2014-03-01T10:20:30+01:00' | '2014-03-01T10:20:30+01:00'",
                "1393632000 | '2014-03-01T00:00:00Z'",
                "1393632000.9 | '2014-03-01T00:00:00Z'",
                "'1393632000' | '2014-03-01T00:00:00Z'",
                "'2014-02-30' | '2014-02-30'",
                "'1er mars' | '1er mars'",
            })
    void aDateBecomesADateTimeOrStaysAsItIs(String before, String after) {
        for (String property : new String[] {"issuedOn", "expires"}) {
            ObjectNode upgraded = assertion("{'" + property + "':" + before + "}");
            assertThat(upgraded.path(property))
                    .isEqualTo(read("{'a':" + after + "}").path("a"));
        }
    }

    @Test
    void anOldNameGivesWayToANewOne() {
        assertThat(assertion("{'issued_on':'2014-03-01'}").path("issuedOn").asText())
                .isEqualTo("2014-03-01T00:00:00Z");
        ObjectNode both = assertion("{'issued_on':'2014-03-01','issuedOn':'2015-03-01'}");
        assertThat(both.path("issuedOn").asText()).isEqualTo("2015-03-01T00:00:00Z");
        assertThat(both.has("issued_on")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'recipient':'a@b.example','salt':'x'} | {'type':'email','identity':'a@b.example','hashed':false,'salt':'x'}",
                "{'recipient':'@b.example'} | {'type':'email','identity':'@b.example','hashed':false}",
                "{'recipient':'sha256$00','salt':1} | {'type':'email','identity':'sha256$00','hashed':true}",
                "{'recipient':{'identity':'a@b.example'},'salt':'x'} | {'identity':'a@b.example'}",
            })
    void aTextIsTheIdentityOfTheRecipient(String before, String after) {
        assertThat(assertion(before).path("recipient")).isEqualTo(read(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {'type':'HostedBadge'}",
                "{'verification':'x'} | 'x'",
                "{'verification':{'url':'u'}} | {'url':'u','type':'HostedBadge'}",
                "{'verification':{'type':'hosted','url':'u'}} | {'type':'HostedBadge','url':'u'}",
                "{'verification':{'type':'signed','url':'u'}} | {'type':'SignedBadge','url':'u','creator':'u'}",
                "{'verification':{'type':'signed','url':1}} | {'type':'SignedBadge','url':1}",
                "{'verification':{'type':'signed','url':'u','creator':'c'}} | {'type':'SignedBadge','url':'u','creator':'c'}",
            })
    void theUrlOfASignedBadgeIsItsKey(String before, String after) {
        assertThat(assertion(before).path("verification"))
                .isEqualTo(read("{'a':" + after + "}").path("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'https://b.example/2','verification':{'url':'https://b.example/1'}} | https://b.example/2",
                "{'verification':{'url':'https://b.example/1'}} | https://b.example/1",
                "{'id':'urn:x:1','verification':{'url':1}} | https://a.example/assertions/1",
                "{'uid':'7'} | https://a.example/assertions/1",
                "{'uid':'7','verification':{'type':'signed','url':'https://b.example/key'}} | uid:7",
                "{'uid':7,'verification':{'type':'signed'}} | ",
                "{'uid':'7','id':'urn:x:1','verification':{'type':'signed'}} | urn:x:1",
            })
    void anAssertionIsKnownByItsAddress(String before, @Nullable String id) {
        assertThat(assertion(before).path("id").textValue()).isEqualTo(id);
    }

    @Test
    void aSourceThatIsNoAddressGivesNoId() {
        assertThat(assertion("{'uid':'7'}", "badge.json").has("id")).isFalse();
        assertThat(assertion("{'uid':'7'}", null).has("id")).isFalse();
    }

    @Test
    void itIsAnAssertionAmongOtherTypes() {
        assertThat(assertion("{}").path("type").asText()).isEqualTo("Assertion");
        assertThat(assertion("{'type':'Badge'}").path("type").asText()).isEqualTo("Assertion");
        assertThat(assertion("{'type':['Assertion','Extra']}").path("type")).hasSize(2);
    }

    @Test
    void pathsStartAtTheOriginOfTheIssuer() {
        ObjectNode upgraded = assertion("""
                {'evidence':'/e','badge':{'image':'/i.png','criteria':'https://c.example/c',
                 'issuer':{'origin':'https://o.example/','name':'A','contact':'a@b.example'}}}
                """);
        assertThat(upgraded.path("evidence").asText()).isEqualTo("https://o.example/e");
        assertThat(upgraded.path("badge")).isEqualTo(read("""
                                {'image':'https://o.example/i.png','criteria':'https://c.example/c','type':'BadgeClass',
                                 'issuer':{'url':'https://o.example/','name':'A','email':'a@b.example','type':'Issuer'}}
                                """));
        ObjectNode relative = assertion("{'badge':{'criteria':'/c','issuer':{'origin':'https://o.example'}}}");
        assertThat(relative.path("badge").path("criteria").asText()).isEqualTo("https://o.example/c");
        ObjectNode elsewhere = assertion("{'evidence':'/e','badge':{'issuer':{'origin':'o.example'}}}");
        assertThat(elsewhere.path("evidence").asText()).isEqualTo("/e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'criteria':'c'} | {'criteria':'c','id':'u:1','type':'BadgeClass'}",
                "{'issuer':'i'} | {'issuer':'i','id':'u:1','type':'BadgeClass'}",
                "{'id':'u:2','issuer':'i','type':'X'} | {'id':'u:2','issuer':'i','type':'X'}",
                "{'criteria':'c','type':'IssuerOrg'} | {'criteria':'c','id':'u:1','type':'BadgeClass'}",
                "{'url':'o'} | {'url':'o','id':'u:1','type':'Issuer'}",
                "{'name':'n','type':'IssuerOrg'} | {'name':'n','id':'u:1','type':'Issuer'}",
                "{'description':'d'} | {'description':'d'}",
                "{'criteria':'c','alignment':[{'name':'n','url':'o','description':'d'},'x']} |"
                        + "{'criteria':'c','alignment':[{'targetName':'n','targetUrl':'o','targetDescription':'d'},'x'],"
                        + "'id':'u:1','type':'BadgeClass'}",
            })
    void aDocumentIsKnownByItsMembers(String before, String after) {
        assertThat(Upgrade.document(read(before), "u:1")).isEqualTo(read(after));
    }

    @Test
    void aDocumentWithARecipientOrABadgeIsAnAssertion() {
        for (String document : new String[] {"{'recipient':'a@b.example'}", "{'badge':'https://a.example/badge'}"}) {
            assertThat(Upgrade.document(read(document), SOURCE).path("type").asText())
                    .isEqualTo("Assertion");
        }
    }
}
