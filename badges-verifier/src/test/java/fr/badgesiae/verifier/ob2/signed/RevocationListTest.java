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
                """), false);

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
                RevocationList.of(NormalForm.of(json("{\"type\":\"RevocationList\",\"revokedAssertions\":[]}")), false);

        assertThat(list.readable()).isTrue();
        assertThat(list.entry("u:1", null)).isEmpty();
        assertThat(RevocationList.of(json("{\"type\":\"RevocationList\"}"), false)
                        .readable())
                .isFalse();
    }

    @Test
    void theListOfOpenBadges1GoesFromUidToReason() {
        RevocationList list = RevocationList.of(json("{\"abc\":\"Erreur\",\"https://a.example/1\":\"Doublon\"}"), true);

        assertThat(list.readable()).isTrue();
        assertThat(list.entry(null, "abc")
                        .orElseThrow()
                        .path("revocationReason")
                        .asText())
                .isEqualTo("Erreur");
        assertThat(list.entry("https://a.example/1", null)).isPresent();
    }

    @Test
    void anythingElseSaysNothing() {
        assertThat(RevocationList.of(json("{\"abc\":\"Erreur\"}"), false).readable())
                .isFalse();
        assertThat(RevocationList.of(json("{\"type\":\"Profile\",\"revokedAssertions\":[\"u:1\"]}"), false)
                        .readable())
                .isFalse();
        assertThat(RevocationList.of(json("{\"type\":\"RevocationList\",\"revokedAssertions\":[1]}"), false)
                        .readable())
                .isFalse();
    }
}
