package fr.badgesiae.verifier.ob2.signed;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.ob2.form.NormalForm;
import org.junit.jupiter.api.Test;

class RevocationListTest {
    @Test
    void anEntryMayBeAnIdAnObjectWithIdOrAnObjectWithUid() {
        RevocationList list = RevocationList.of(json("""
                {"type":["RevocationList"],"revokedAssertions":["u:1",{"id":"u:2"},{"uid":"3"},{"id":"u:4","revoked":false}]}
                """));

        assertThat(list.readable()).isTrue();
        assertThat(list.entry("u:1", null)).isPresent();
        assertThat(list.entry("u:2", null)).isPresent();
        assertThat(list.entry("u:9", "3")).isPresent();
        assertThat(list.entry("u:4", null)).as("an entry that is not revoked").isEmpty();
        assertThat(list.entry("u:9", null)).isEmpty();
        assertThat(list.entry(null, null)).isEmpty();
    }

    @Test
    void aListOfNothingRevokesNothing() {
        RevocationList list =
                RevocationList.of(NormalForm.of(json("{\"type\":\"RevocationList\",\"revokedAssertions\":[]}")));

        assertThat(list.readable()).isTrue();
        assertThat(list.entry("u:1", null)).isEmpty();
        assertThat(RevocationList.of(json("{\"type\":\"RevocationList\"}")).readable())
                .isFalse();
    }

    @Test
    void theListOfOpenBadges1GoesFromUidToReason() {
        RevocationList list = version1("{\"abc\":\"Erreur\",\"https://a.example/1\":\"Doublon\"}");

        assertThat(list.readable()).isTrue();
        assertThat(list.entry(null, "abc")
                        .orElseThrow()
                        .path("revocationReason")
                        .asText())
                .isEqualTo("Erreur");
        assertThat(list.entry("https://a.example/1", null)).isPresent();
    }

    @Test
    void anEntryOfOpenBadges1WithoutReasonRevokesToo() {
        RevocationList list = version1("{\"a\":\"\",\"b\":null,\"c\":true,\"d\":false}");

        assertThat(list.readable()).isTrue();
        assertThat(list.entry(null, "a")).isPresent();
        assertThat(list.entry(null, "b")).isPresent();
        assertThat(list.entry(null, "c")).isPresent();
        assertThat(list.entry(null, "d")).isEmpty();
        assertThat(version1("{\"a\":1}").readable()).isFalse();
    }

    @Test
    void aListThatIsOneOf2IsReadAsOneByAnIssuerOf1() {
        assertThat(version1("{\"type\":\"RevocationList\",\"revokedAssertions\":[\"u:1\"]}")
                        .entry("u:1", null))
                .isPresent();
        assertThat(version1("{\"type\":\"RevocationList\"}").readable()).isFalse();
        assertThat(version1("{\"revokedAssertions\":\"u:1\"}").readable()).isFalse();
    }

    private static RevocationList version1(String list) {
        return RevocationList.of(NormalForm.of(json(list)), json(list));
    }

    @Test
    void anythingElseSaysNothing() {
        assertThat(RevocationList.of(json("{\"abc\":\"Erreur\"}")).readable()).isFalse();
        assertThat(RevocationList.of(json("{\"type\":\"Profile\",\"revokedAssertions\":[\"u:1\"]}"))
                        .readable())
                .isFalse();
        assertThat(RevocationList.of(json("{\"type\":\"RevocationList\",\"revokedAssertions\":[1]}"))
                        .readable())
                .isFalse();
    }
}
