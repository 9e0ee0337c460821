package fr.badgesiae.verifier.ob2.graph;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.IssuerDocuments.NoDocument;
import fr.badgesiae.verifier.ob2.graph.Published.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishedDocumentsTest {
    private static final String HERE = "https://ob2.example/badges/1";
    private static final String THERE = "https://ob2.example/badges/2";
    private static final String ELSEWHERE = "https://ailleurs.example/badges/1";

    private final Site site = new Site();

    private static String document(String id) {
        return "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"BadgeClass\",\"id\":\"" + id + "\"}";
    }

    private Published at(String address) {
        return site.documents(false).at(address).orElseThrow();
    }

    @Test
    void thereIsNoDocumentWithoutAnAddress() {
        PublishedDocuments documents = site.documents(false);
        assertThat(documents.at(null)).isEmpty();
        assertThat(documents.at("urn:uuid:1")).isEmpty();
        assertThat(documents.at(HERE)).isEmpty();
    }

    @Test
    void aDocumentIsItselfAtTheAddressThatItDeclaresOrWithoutAnId() {
        site.serve(HERE, document(HERE)).serve(THERE, "{\"type\":\"BadgeClass\"}");
        assertThat(at(HERE).standing()).isEqualTo(Standing.ITSELF);
        assertThat(at(HERE).isConfirmed()).isTrue();
        assertThat(at(HERE).isElsewhere()).isFalse();
        assertThat(at(THERE).standing()).isEqualTo(Standing.ITSELF);
        assertThat(at(THERE).id()).isEqualTo(THERE);
    }

    @Test
    void aDocumentIsReadOnce() {
        site.serve(HERE, document(HERE));
        PublishedDocuments documents = site.documents(false);
        assertThat(documents.at(HERE).orElseThrow()).isSameAs(documents.at(HERE).orElseThrow());
    }

    @Test
    void anAddressOfHttpIsAnotherSpelling() {
        String http = HERE.replace("https:", "http:");
        site.serve(http, document(http)).serve(HERE, document(http));
        assertThat(at(http).standing()).isEqualTo(Standing.OTHER_SPELLING);
        assertThat(at(HERE).standing()).isEqualTo(Standing.OTHER_SPELLING);
        assertThat(at(HERE).isConfirmed()).isTrue();
        assertThat(at(HERE).isElsewhere()).isTrue();
    }

    @Test
    void anIdOfAnotherHostIsNotConfirmed() {
        for (String id : List.of(ELSEWHERE, "urn:uuid:1")) {
            site.serve(HERE, document(id)).serve(ELSEWHERE, document(ELSEWHERE));
            assertThat(at(HERE).standing()).isEqualTo(Standing.OTHER_ID);
            assertThat(at(HERE).isConfirmed()).isFalse();
            assertThat(at(HERE).isElsewhere()).isFalse();
        }
    }

    @Test
    void anIdElsewhereOnTheHostIsConfirmedThereOrNot() {
        site.serve(HERE, document(THERE));
        assertThat(at(HERE).standing()).isEqualTo(Standing.UNCONFIRMED);
        assertThat(at(HERE).isConfirmed()).isFalse();
        assertThat(at(HERE).isElsewhere()).isFalse();

        site.serve(THERE, document("https://ob2.example/badges/3"));
        assertThat(at(HERE).standing()).isEqualTo(Standing.UNCONFIRMED);

        site.serve(THERE, document(THERE).replace("}", ",\"name\":\"Là\"}"));
        assertThat(at(HERE).standing()).isEqualTo(Standing.MOVED);
        assertThat(at(HERE).document().path("name").asText()).isEqualTo("Là");
        assertThat(at(HERE).asked()).isEqualTo(HERE);
        assertThat(at(HERE).id()).isEqualTo(THERE);
        assertThat(at(HERE).isConfirmed()).isTrue();
        assertThat(at(HERE).isElsewhere()).isTrue();
    }

    @Test
    void aFindingHasTheFinalAddressTheDigestAndTheAge() {
        site.redirect(HERE, THERE, "{}");
        String digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        assertThat(at(HERE).finding("proof.hosted"))
                .isEqualTo(new Finding("proof.hosted", THERE + " 2 bytes sha256 " + digest, "ob-2.0"));
        site.stale(HERE, "{}");
        assertThat(at(HERE).finding("proof.hosted").value()).isEqualTo(HERE + " 2 bytes sha256 " + digest + " stale");
    }

    @Test
    void aDocumentOf1IsUpgradedByItsContextOrAsTheBadge() {
        String plain = "{\"name\":\"Équipe\",\"url\":\"https://ob2.example/\"}";
        String version1 = plain.replace("{", "{\"@context\":\"https://w3id.org/openbadges/v1\",");
        assertThat(site.documents(false).normal(json(plain), HERE)).isEqualTo(json(plain));
        assertThat(site.documents(false).normal(json(version1), HERE).path("id").asText())
                .isEqualTo(HERE);
        assertThat(site.documents(true).normal(json(plain), HERE).path("id").asText())
                .isEqualTo(HERE);
    }

    @Test
    void anAssertionSaysItsVersionItself() {
        String assertion = "{\"uid\":\"1\",\"recipient\":{\"identity\":\"lea\"},\"badge\":\"" + HERE + "\",\"verify\":"
                + "{\"type\":\"hosted\",\"url\":\"" + THERE + "\"}}";
        String version2 = assertion.replace("verify", "verification");
        assertThat(site.documents(false).normal(json(assertion), THERE).has("verification"))
                .isTrue();
        assertThat(site.documents(true)
                        .normal(json(version2.replace("{\"uid\"", "{\"type\":\"Assertion\",\"uid\"")), THERE)
                        .has("id"))
                .isFalse();
    }

    @Test
    void twoIdsAreOneBySpellingOrByWhatIsPublished() {
        assertThat(same(HERE, HERE)).isTrue();
        assertThat(same(HERE, HERE.replace("https", "http"))).isTrue();
        assertThat(same(HERE, THERE)).isFalse();
        assertThat(same("urn:uuid:1", "urn:uuid:2")).isFalse();
        assertThat(same(null, HERE)).isFalse();
        site.serve(HERE, document(THERE)).serve(THERE, document(THERE));
        assertThat(same(HERE, THERE)).isTrue();
        assertThat(same(THERE, HERE)).isTrue();
        site.serve(THERE, document(ELSEWHERE));
        assertThat(same(HERE, THERE)).as("an id that is not confirmed").isFalse();
        site.redirect(ELSEWHERE, ELSEWHERE, document(HERE)).serve(HERE, document(HERE));
        assertThat(same(HERE, ELSEWHERE)).as("of another host").isFalse();
    }

    private boolean same(@Nullable String one, String other) {
        return site.documents(false).same(one, other);
    }

    @Test
    void aConfirmedIdStandsForItsAddress() {
        site.serve(HERE, document(THERE)).serve(THERE, document(THERE));
        assertThat(site.documents(false).idAt(HERE)).isEqualTo(THERE);
        site.serve(HERE, document(ELSEWHERE));
        assertThat(site.documents(false).idAt(HERE)).isEqualTo(HERE);
        assertThat(site.documents(false).idAt(null)).isNull();
    }

    @Test
    void aRedirectStaysAtItsOrigin() {
        site.redirect(HERE, THERE, document(HERE)).redirect(THERE, ELSEWHERE, document(THERE));
        PublishedDocuments documents = site.documents(false);
        assertThat(documents.ask(HERE)).isInstanceOf(Found.class);
        assertThat(documents.ask(THERE)).isEqualTo(new NoDocument("REDIRECT_LEAVES_ORIGIN"));
    }

    @Test
    void theReasonWhyThereIsNoDocument() {
        site.serve(HERE, document(HERE)).fail(THERE, Failure.BAD_STATUS);
        PublishedDocuments documents = site.documents(false);
        assertThat(documents.missing(HERE)).isEmpty();
        assertThat(documents.missing(THERE)).isEqualTo("BAD_STATUS");
        assertThat(documents.missing("https://ob2.example/absent")).isEqualTo("NOT_FOUND");
        assertThat(documents.missing("urn:uuid:1")).isEqualTo("NOT_AN_ADDRESS");
        assertThat(documents.missing(null)).isEqualTo("NOT_AN_ADDRESS");
    }

    @Test
    void theBodyOfAnAddressThatIsGoneIsOfTheSameId() {
        site.gone(HERE, document(HERE)).gone(THERE, document(HERE)).serve(ELSEWHERE, document(ELSEWHERE));
        PublishedDocuments documents = site.documents(false);
        assertThat(documents.goneBody(HERE)).contains(json(document(HERE)));
        assertThat(documents.goneBody(THERE)).isEmpty();
        assertThat(documents.goneBody(ELSEWHERE)).isEmpty();
        assertThat(new Site().gone(HERE, "{\"revoked\":true}").documents(false).goneBody(HERE))
                .as("a body without an id")
                .isPresent();
    }
}
