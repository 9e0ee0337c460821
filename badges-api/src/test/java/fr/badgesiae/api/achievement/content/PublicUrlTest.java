package fr.badgesiae.api.achievement.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://candidat.francetravail.fr/metierscope/fiche-metier/G1602",
                "http://data.europa.eu/esco/skill/2dd5c5bf-4c3c-4c0c-b5a0-7a5ac3a4b3d3",
                "https://www.francecompetences.fr/recherche/rncp/37274/#bloc",
                "https://a.b.example:8443/x?y=%C3%A9",
                "https://xn--caf-dma.example/"
            })
    void aPageOfAPublicHostIsAcceptable(String url) {
        assertThat(PublicUrl.isAcceptable(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "francetravail.fr",
                "ftp://a.example/",
                "javascript:alert(1)",
                "https://user:pw@a.example/",
                "https://@a.example/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://a.example/\u202egpj.exe",
                "https://a.example/\u2066x",
                "https:///x",
                "https://a..example/"
            })
    void anyOtherIsNot(String url) {
        assertThat(PublicUrl.isAcceptable(url)).isFalse();
        assertThat(PublicUrl.isAcceptable("https://a.example/" + "x".repeat(500)))
                .isFalse();
    }
}
