package fr.badgesiae.verifier.ob2.graph;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyComparisonTest {
    private static final String BADGE = "https://ob2.example/badges/1";
    private static final String OTHER = "https://ob2.example/badges/2";
    private static final String ISSUER = "https://ob2.example/issuers/1";
    private static final String CONTEXT = "\"@context\":\"https://w3id.org/openbadges/v2\",";

    private final Site site = new Site();

    private String contradiction(String copy, String published) {
        return new CopyComparison(site.documents(false), true)
                .contradiction(json(copy), json(published))
                .orElse("none");
    }

    /** @param options {@code partial} copy, or {@code versions} for a copy of another version */
    private List<String> differences(String copy, String published, String... options) {
        boolean oneVersion = !List.of(options).contains("versions");
        boolean whole = !List.of(options).contains("partial");
        return new CopyComparison(site.documents(false), oneVersion)
                .differences(json(copy), json(published), whole).stream()
                        .map(each -> each.field() + " " + each.published() + " " + each.submitted())
                        .toList();
    }

    private String beyond(String copy, String original) {
        return new CopyComparison(site.documents(false), true)
                .beyond(json(copy), json(original))
                .orElse("none");
    }

    private static String badge(String members) {
        return "{\"badge\":{" + members + "}}";
    }

    private static ObjectNode badgeClass() {
        return json("{" + CONTEXT + "\"type\":\"BadgeClass\",\"name\":\"Équipe\"}")
                .put("id", BADGE)
                .put("issuer", ISSUER);
    }

    @Test
    void anAbsentPropertyContradictsNothing() {
        for (String property : List.of("recipient", "badge", "claim", "issuer")) {
            String stated = "{\"" + property + "\":{\"id\":\"u:1\",\"identity\":\"lea\"}}";
            assertThat(contradiction(stated, "{}")).isEqualTo("none");
            assertThat(contradiction("{}", stated)).isEqualTo("none");
            assertThat(contradiction(stated, stated)).isEqualTo("none");
            assertThat(contradiction(stated, stated.replace("lea", "leo").replace("u:1", "u:2")))
                    .isEqualTo(property);
        }
    }

    @Test
    void badgeClassesWithIdsAreToldApartByThem() {
        assertThat(contradiction(badge("\"id\":\"u:1\",\"name\":\"A\""), badge("\"id\":\"u:1\",\"name\":\"B\"")))
                .isEqualTo("none");
        assertThat(contradiction(badge("\"id\":\"u:1\",\"name\":\"A\""), badge("\"id\":\"u:2\",\"name\":\"A\"")))
                .isEqualTo("badge");
    }

    @Test
    void badgeClassesOneOfThemWithoutIdAreToldApartByTheirNames() {
        for (String claimed : List.of("\"name\":\"A\"", "\"id\":\"u:1\",\"name\":\"A\"")) {
            for (String stated : List.of("\"name\":\"A\"", "\"image\":\"u:2\"")) {
                assertThat(contradiction(badge(claimed), badge(stated))).isEqualTo("none");
                assertThat(contradiction(badge(stated), badge(claimed))).isEqualTo("none");
            }
            assertThat(contradiction(badge(claimed), badge("\"name\":\"B\""))).isEqualTo("badge");
            assertThat(contradiction(badge("\"name\":\"B\""), badge(claimed))).isEqualTo("badge");
        }
    }

    @Test
    void aBadgeClassIsOfOneIssuer() {
        String copy = badge("\"id\":\"" + BADGE + "\",\"issuer\":\"u:1\"");
        assertThat(contradiction(copy, badge("\"id\":\"" + BADGE + "\""))).isEqualTo("none");
        assertThat(contradiction(badge("\"id\":\"" + BADGE + "\""), copy)).isEqualTo("none");
        assertThat(contradiction(copy, copy)).isEqualTo("none");
        assertThat(contradiction(copy, copy.replace("u:1", "u:2"))).isEqualTo("badge");
    }

    @Test
    void aBadgeClassThatIsNamedIsReadAtItsAddress() {
        String copy = badge("\"id\":\"" + BADGE + "\",\"issuer\":\"u:1\"");
        String named = "{\"badge\":\"" + BADGE + "\"}";
        assertThat(contradiction(copy, named)).as("not served").isEqualTo("none");
        site.serve(BADGE, badgeClass().toString());
        assertThat(contradiction(copy, named)).isEqualTo("badge");
        assertThat(contradiction(copy.replace("u:1", ISSUER), named)).isEqualTo("none");
    }

    @Test
    void issuersWithoutIdAreOneWhenBothAreEmbedded() {
        assertThat(contradiction("{\"issuer\":{\"name\":\"A\"}}", "{\"issuer\":{\"name\":\"B\"}}"))
                .isEqualTo("none");
        assertThat(contradiction("{\"issuer\":{\"name\":\"A\"}}", "{\"issuer\":\"u:1\"}"))
                .isEqualTo("issuer");
        assertThat(contradiction("{\"issuer\":\"u:1\"}", "{\"issuer\":{\"name\":\"A\"}}"))
                .isEqualTo("issuer");
        assertThat(contradiction("{\"issuer\":{\"name\":\"A\"}}", "{\"issuer\":1}"))
                .isEqualTo("issuer");
    }

    @Test
    void contextsCountByWhatTheyAreNotHowTheyAreSpelled() {
        String text = "{\"@context\":%s}";
        String one = text.formatted("[\"https://w3id.org/openbadges/v2\",{\"a\":\"u:a\",\"b\":\"u:b\"}]");
        String spelled =
                text.formatted("[{\"b\":\"u:b\",\"a\":\"u:a\"},\"https://openbadgespec.org/v2/context.json\"]");
        assertThat(differences(one, spelled)).isEmpty();
        for (String other : List.of(
                "\"https://w3id.org/openbadges/v2\"",
                "[\"https://www.w3.org/ns/credentials/v2\",{\"a\":\"u:a\",\"b\":\"u:b\"}]",
                "[\"https://w3id.org/openbadges/v2\",{\"a\":\"u:b\"}]",
                "[\"https://ailleurs.example/1\",{\"a\":\"u:a\",\"b\":\"u:b\"}]")) {
            assertThat(differences(one, text.formatted(other)))
                    .singleElement()
                    .asString()
                    .startsWith("@context ");
        }
        assertThat(differences(text.formatted("\"u:1\""), text.formatted("\"u:2\"")))
                .containsExactly("@context u:2 u:1");
        assertThat(differences(one, "{}", "partial")).isEmpty();
        assertThat(differences(one, "{}", "versions")).isEmpty();
    }

    @Test
    void fieldsThatDifferAreInTheOrderOfTheAlphabet() {
        assertThat(differences("{\"id\":\"u:1\",\"b\":1,\"c\":3}", "{\"id\":\"u:2\",\"b\":2,\"a\":1}"))
                .containsExactly("a 1 –", "b 2 1", "c – 3");
        assertThat(differences("{\"b\":1,\"c\":3}", "{\"b\":2,\"a\":1}", "partial"))
                .as("what a partial copy leaves out")
                .containsExactly("b 2 1", "c – 3");
    }

    @Test
    void whatVersion1SaidOfItselfCountsInOneVersionOnly() {
        String copy = "{\"uid\":\"1\",\"type\":\"A\",\"name\":\"N\"}";
        assertThat(differences(copy, "{}", "versions")).containsExactly("name – N");
        assertThat(differences(copy, "{}")).containsExactly("name – N", "type – A", "uid – 1");
    }

    @Test
    void aLinkThatIsAbsentOnceDiffers() {
        assertThat(differences("{\"issuer\":\"u:1\"}", "{}")).containsExactly("issuer – u:1");
        assertThat(differences("{}", "{\"badge\":{\"name\":\"A\"}}")).containsExactly("badge {\"name\":\"A\"} –");
        assertThat(differences("{\"issuer\":1}", "{}")).containsExactly("issuer – 1");
        assertThat(differences("{\"issuer\":\"u:1\"}", "{\"issuer\":\"u:2\"}")).containsExactly("issuer u:2 u:1");
    }

    @Test
    void embeddedObjectsAreComparedFieldByField() {
        String copy = badge("\"id\":\"" + BADGE + "\",\"name\":\"Avant\",\"issuer\":{\"name\":\"A\"}");
        String embedded =
                badge("\"id\":\"" + BADGE + "\",\"name\":\"Équipe\",\"tags\":\"t\",\"issuer\":{\"name\":\"B\"}");
        String named = "{\"badge\":\"" + BADGE + "\"}";
        assertThat(differences(copy, embedded))
                .containsExactly("badge.issuer.name B A", "badge.name Équipe Avant", "badge.tags t –");
        assertThat(differences(copy, named)).as("not served").isEmpty();
        assertThat(differences(named, embedded)).isEmpty();
        site.serve(BADGE, badgeClass().put("tags", "t").toString());
        assertThat(differences(copy.replace(",\"issuer\":{\"name\":\"A\"}", ""), named))
                .as("what is named may have more")
                .containsExactly("badge.name Équipe Avant");
    }

    @Test
    void theRestOfAVerificationIsWhereTheBadgeIs() {
        String hosted = "{\"verification\":{\"type\":\"HostedBadge\",\"url\":\"u:1\"}}";
        assertThat(differences(hosted, hosted.replace("u:1", "u:2"))).isEmpty();
        assertThat(differences(hosted, hosted.replace("Hosted", "Signed"))).hasSize(1);
        assertThat(differences(
                        hosted.replace("verification", "v"),
                        hosted.replace("verification", "v").replace("u:1", "u:2")))
                .hasSize(1);
    }

    @Test
    void recipientsAreComparedAsPersons() {
        String plain = "{\"recipient\":{\"type\":\"email\",\"identity\":\"lea@exemple.example\"}}";
        assertThat(differences(plain, plain.replace("}}", ",\"hashed\":false}}")))
                .isEmpty();
        assertThat(differences(plain, plain.replace("lea", "Lea"))).containsExactly("recipient … …");
        assertThat(differences(plain, "{}")).containsExactly("recipient – …");
        assertThat(differences("{}", plain)).containsExactly("recipient … –");
        assertThat(differences("{\"recipient\":\"lea\"}", "{\"recipient\":\"leo\"}"))
                .containsExactly("recipient … …");
    }

    @Test
    void valuesAreComparedByWhatTheySay() {
        assertThat(differences("{\"expires\":\"2026-10-01T10:00:00+02:00\"}", "{\"expires\":\"2026-10-01T08:00:00Z\"}"))
                .isEmpty();
        assertThat(differences("{\"note\":\"2026-10-01T10:00:00+02:00\"}", "{\"note\":\"2026-10-01T08:00:00Z\"}"))
                .hasSize(1);
        assertThat(differences("{\"expires\":\"2026-10-01T08:00:00Z\"}", "{\"expires\":\"2026-10-02T08:00:00Z\"}"))
                .hasSize(1);
        assertThat(differences("{\"expires\":\"un jour\"}", "{\"expires\":\"un jour\"}"))
                .isEmpty();
        assertThat(differences("{\"image\":\"http://a.example/1\"}", "{\"image\":\"https://a.example/1\"}"))
                .isEmpty();
        assertThat(differences("{\"image\":\"https://a.example/2\"}", "{\"image\":\"https://a.example/1\"}"))
                .hasSize(1);
        assertThat(differences("{\"a\":[1,2.0]}", "{\"a\":[2,1]}")).isEmpty();
    }

    @Test
    void theOriginalOfAnEmbeddedObjectMayHaveMore() {
        String original = "{\"id\":\"u:1\",\"name\":\"A\",\"tags\":\"t\"}";
        assertThat(beyond("{\"name\":\"A\"}", original)).isEqualTo("none");
        assertThat(beyond("{\"id\":\"u:1\",\"name\":\"A\"}", original)).isEqualTo("none");
        assertThat(beyond("{\"name\":\"B\",\"tags\":\"u\"}", original)).isEqualTo("name");
        assertThat(beyond("{\"id\":\"u:2\",\"name\":\"B\"}", original)).isEqualTo("id");
    }

    @Test
    void aBadgeClassThatIsServedUnderAnotherIdIsTheSame() {
        site.serve(OTHER, badgeClass().toString()).serve(BADGE, badgeClass().toString());
        assertThat(beyond("{\"id\":\"" + OTHER + "\"}", "{\"id\":\"" + BADGE + "\"}"))
                .isEqualTo("none");
    }
}
