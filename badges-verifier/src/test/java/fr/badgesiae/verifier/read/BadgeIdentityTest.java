package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeIdentityTest {
    private static final String ADDRESS = "https://a.example/1";

    private static BadgeIdentity badge(InputKind kind, String text, String... fetchedFrom) {
        ParsedCredential credential =
                new ParsedCredential(kind, ReferenceData.parse(text.replace('\'', '"')), Optional.empty());
        List<Finding> findings = List.of(fetchedFrom).stream()
                .map(address -> new Finding("format.fetchedFrom", address, ""))
                .toList();
        return BadgeIdentity.of(ReadResult.of(credential, findings), credential);
    }

    private static BadgeIdentity token(String compact, String text) {
        CompactJws jws = new CompactJws(
                compact, ReferenceData.parse("{}"), ReferenceData.parse("{}"), new byte[0], new Base64URL(""));
        ParsedCredential credential =
                new ParsedCredential(InputKind.OB2_JWS, ReferenceData.parse(text.replace('\'', '"')), Optional.of(jws));
        return BadgeIdentity.of(ReadResult.of(credential, List.of()), credential);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1,'b':[{'c':1,'d':2}]} | {'b':[{'d':2,'c':1}],'a':1} | true",
                "{'a':[1,2]} | {'a':[2,1]} | false",
                "{'a':{'b':1}} | {'a':{'b':2}} | false",
                "{'a':1} | {'a':'1'} | false",
                "{'id':'u:1','a':1} | {'id':'u:1','a':2} | false",
            })
    void aDocumentIsItsContentInAnyOrderOfItsMembers(String one, String other, boolean same) {
        assertThat(badge(InputKind.OB3_JSON, one).repeats(badge(InputKind.OB3_JSON, other)))
                .isEqualTo(same);
    }

    @Test
    void aTokenIsItsCharacters() {
        assertThat(token("a.b.c", "{'id':'https://a.example/1'}").repeats(token("a.b.c", "{}")))
                .isTrue();
        assertThat(token("a.b.c", "{}").repeats(token("a.b.d", "{}"))).isFalse();
        assertThat(token("a.b.c", "{'id':'" + ADDRESS + "'}").hostedAt()).isEmpty();
    }

    @Test
    void whatAnAddressServesIsTheBadgeThatACopyNames() {
        BadgeIdentity copy = badge(InputKind.OB2_JSON, "{'id':'http://a.example/1','a':1}");
        assertThat(copy.hostedAt()).isEqualTo(ADDRESS);
        assertThat(copy.fetchedFrom()).isEmpty();
        assertThat(badge(InputKind.OB2_JSON, "{'id':'" + ADDRESS + "'}", ADDRESS)
                        .repeats(copy))
                .isTrue();
        assertThat(badge(InputKind.OB2_JSON, "{'id':'" + ADDRESS + "'}", "http://a.example/1 410")
                        .repeats(copy))
                .isTrue();
        assertThat(badge(InputKind.OB2_JSON, "{'id':'" + ADDRESS + "'}").repeats(copy))
                .as("two copies")
                .isFalse();
        assertThat(badge(InputKind.OB2_JSON, "{'id':'" + ADDRESS + "'}", "https://a.example/2")
                        .repeats(copy))
                .isFalse();
        assertThat(badge(InputKind.OB2_JSON, "{'id':'https://a.example/2'}", "https://a.example/2")
                        .repeats(copy))
                .isFalse();
        assertThat(badge(InputKind.OB3_JSON, "{'id':'" + ADDRESS + "'}", ADDRESS)
                        .repeats(copy))
                .isFalse();
    }

    @Test
    void anAddressThatWasPrintedAndNotFetchedServesNothing() {
        ParsedCredential credential = new ParsedCredential(
                InputKind.OB2_JSON, ReferenceData.parse("{\"id\":\"" + ADDRESS + "\"}"), Optional.empty());
        List<Finding> printed = List.of(new Finding("format.qr", ADDRESS, ""));
        assertThat(BadgeIdentity.of(ReadResult.of(credential, printed), credential)
                        .fetchedFrom())
                .isEmpty();
    }

    @Test
    void anAssertionWithoutAnIdIsHostedWhereItSays() {
        BadgeIdentity copy = badge(InputKind.OB1_JSON, "{'verify':{'url':'" + ADDRESS + "'}}");
        assertThat(copy.hostedAt()).isEqualTo(ADDRESS);
        BadgeIdentity nowhere = badge(InputKind.OB1_JSON, "{'a':1}", "");
        assertThat(nowhere.repeats(badge(InputKind.OB1_JSON, "{'a':2}", ""))).isFalse();
    }
}
