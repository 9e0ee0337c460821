package fr.badgesiae.verifier.read.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReaderTest {
    private static final URI BASE = URI.create("https://badges.example/b/1");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String linked(String head) {
        return LinkReader.badgeOf(bytes(head), BASE).map(URI::toString).orElse("none");
    }

    @Test
    void anAddressIsTheWholeText() {
        String prefix = "https://badges.example/";
        assertThat(LinkReader.address(bytes(" \n" + prefix + " "))).contains(URI.create(prefix));
        assertThat(LinkReader.address(bytes("HTTP://badges.example"))).isPresent();
        assertThat(LinkReader.address(bytes("ftp://badges.example"))).isEmpty();
        assertThat(LinkReader.address(bytes(prefix + "a b"))).contains(URI.create(prefix + "a%20b"));
        assertThat(LinkReader.address(bytes(prefix + "a\tb"))).isEmpty();
        assertThat(LinkReader.address(bytes(prefix + "a\n" + prefix))).isEmpty();
        assertThat(LinkReader.address(bytes("https://badges.example is a site")))
                .isEmpty();
        assertThat(LinkReader.address(bytes(prefix + "a".repeat(2048 - prefix.length()))))
                .isPresent();
        assertThat(LinkReader.address(bytes(prefix + "a".repeat(2049 - prefix.length()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><p>", " \uFEFF\n<!doctype HTML>", "<!-- a --><html>", "<?xml?><HTML>"})
    void aPageStartsLikeOne(String text) {
        assertThat(LinkReader.isPage(bytes(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg>", "{\"a\":\"<html\"}", "<!doctype svg>", "html", ""})
    void anythingElseIsNoPage(String text) {
        assertThat(LinkReader.isPage(bytes(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<link rel=alternate type=application/vc href=/c/1> | https://badges.example/c/1",
                "<LINK REL='shortcut Alternate' TYPE=' Application/VC ' HREF=' c?a=1&amp;b=2 '> | https://badges.example/b/c?a=1&b=2",
                "<link rel=\"alternate\" type=\"application/json\" href=\"https://o.example/1\"> | https://o.example/1",
                "<link rel=icon type=application/vc href=/c/1> | none",
                "<link rel=alternate type=text/html href=/c/1> | none",
                "<link rel=alternate type=application/vc> | none",
                "<link rel=alternate type=application/vc href=javascript:1> | none",
                "<link rel=alternate type=application/vc href='a b'> | https://badges.example/b/a%20b",
                "<link rel=icon><link rel=alternate type=application/jwt href=2> | https://badges.example/b/2",
            })
    void aPageLinksToItsBadgeAsAlternate(String head, String badge) {
        assertThat(linked(head)).isEqualTo(badge);
    }

    @Test
    void aLinkFarFromTheHeadIsNotSeen() {
        String link = "<link rel=alternate type=application/vc href=/c/1>";
        assertThat(linked(" ".repeat((256 << 10) - link.length()) + link)).isNotEqualTo("none");
        assertThat(linked(" ".repeat((256 << 10) - link.length() + 1) + link)).isEqualTo("none");
    }
}
