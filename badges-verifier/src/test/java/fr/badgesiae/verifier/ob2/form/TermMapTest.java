package fr.badgesiae.verifier.ob2.form;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermMapTest {
    private static final TermMap TERMS = TermMap.openBadges2()
            .with(List.of(
                    json(
                            "{\"x\":\"https://x.example/\",\"nom\":\"schema:name\",\"cle\":\"@id\",\"sorte\":{\"@id\":\"@type\"}}"),
                    json("{\"mot\":\"x:mot\",\"@vocab\":\"https://v.example/\",\"nombre\":1}")));

    @ParameterizedTest
    @CsvSource({
        "name, name",
        "schema:name, name",
        "http://schema.org/name, name",
        "https://schema.org/name, name",
        "https://schema.org/nothing, https://schema.org/nothing",
        "nom, name",
        "@id, id",
        "@type, type",
        "cle, id",
        "sorte, type",
        "verify, verification",
        "hosted, HostedBadge",
        "obi:SignedBadge, SignedBadge",
        "obi:Assertion, Assertion",
        "https://w3id.org/openbadges#Assertion, Assertion",
        "obi://Assertion, obi://Assertion",
        "y:mot, y:mot",
        "mot, mot",
        "rien, rien",
        "@graph, @graph",
    })
    void aNameLeadsToItsTerm(String name, String term) {
        assertThat(TERMS.term(name)).isEqualTo(term);
    }

    @Test
    void aKeyIsDefinedByTheContextOrByItself() {
        for (String key : List.of("name", "nom", "mot", "@vocab", "y:mot", "https://y.example/mot", ":mot")) {
            assertThat(TERMS.defines(key)).as(key).isTrue();
        }
        for (String key : List.of("nombre", "rien", "Nom")) {
            assertThat(TERMS.defines(key)).as(key).isFalse();
        }
        assertThat(TermMap.openBadges2().defines("nom")).isFalse();
        assertThat(TermMap.openBadges2().with(List.of())).isSameAs(TermMap.openBadges2());
    }

    /** A definition uses the terms of the contexts before its own. */
    @Test
    void theContextsOfADocumentBuildUponEachOther() {
        TermMap terms = TermMap.openBadges2()
                .with(List.of(
                        json("{\"a\":\"https://w3id.org/openbadges#\"}"), json("{\"b\":\"a:badge\",\"c\":\"b\"}")));
        assertThat(terms.term("a:badge")).isEqualTo("badge");
        assertThat(terms.term("b")).isEqualTo("badge");
        assertThat(terms.term("c")).isEqualTo("c");
    }
}
