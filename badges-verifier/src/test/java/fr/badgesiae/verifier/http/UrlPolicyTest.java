package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPolicyTest {
    private final UrlPolicy targets = new UrlPolicy(false);

    @ParameterizedTest
    @CsvSource({
        "http://badges.example/, not https",
        "ftp://badges.example/, not https",
        "file:///etc/passwd, no host",
        "https:/nohost, no host",
        "https:opaque, no host",
        "//badges.example/, not https",
        "'data:text/plain,x', no host",
        "jar:https://badges.example!/x, no host",
        "https://user@badges.example/, a user name in the address",
        "https://user:word@badges.example/, a user name in the address",
        "https://@badges.example/, a user name in the address",
        "https://2130706433/, not a public name",
        "https://0x7f000001/, not a public name",
        "https://0x7f.1/, not a public name",
        "https://0X7F.1/, not a public name",
        "https://127.1/, not a public name",
        "https://127.0.1/, not a public name",
        "https://0177.0.0.1/, not a public name",
        "https://127.0.0.01/, not a public name",
        "https://017700000001/, not a public name",
        "https://1.2.3.4./, not a public name",
        "https://1.2.3.256/, not a public name",
        "https://1.2.3.4.5/, not a public name",
        "https://badges.example.0x1/, not a public name",
        "https://localhost/, not a public name",
        "https://localhost./, not a public name",
        "https://a.localhost/, not a public name",
        "https://intranet/, not a public name",
        "https://printer.local/, not a public name",
        "https://metadata.google.internal/computeMetadata/v1/, not a public name",
        "https://router.home.arpa/, not a public name",
        "https://hidden.onion/, not a public name",
        "https://badges..example/, not a public name",
        "https://-badges.example/, not a public name",
        "https://badges_.example/, not a public name",
        "https://b%61dges.example/, not a public name",
        "https://[fe80::1%25eth0]/, not a public name",
        "https://badges.example:0/, not a port for documents",
        "https://badges.example:22/, not a port for documents",
        "https://badges.example:25/, not a port for documents",
        "https://badges.example:80/, not a port for documents",
        "https://badges.example:65536/, not a port for documents",
        "https://badges.example:x/, not a port for documents",
        "https://１２７.０.０.１.５/, not a public name",
        "https://badges\u200d.example/, not a public name"
    })
    void whatIsNoPlainHttpsAddressOfAPublicNameIsNotAsked(String uri, String why) {
        assertThat(targets.target(URI.create(uri))).isEqualTo(new UrlPolicy.Refused(why));
    }

    @ParameterizedTest
    @CsvSource({
        "https://badges.example, https://badges.example/",
        "HTTPS://Badges.Example/Path?q=1#k, https://badges.example/Path?q=1",
        "https://badges.example:443/, https://badges.example:443/",
        "https://badges.example:8443/, https://badges.example:8443/",
        "https://badges.example./, https://badges.example./",
        "https://badges.example:/x, https://badges.example/x",
        "https://münchen.example/é?è, https://xn--mnchen-3ya.example/%C3%A9?%C3%A8",
        "https://straße.example/, https://xn--strae-oqa.example/",
        "https://ｂａｄｇｅｓ.example/, https://badges.example/",
        "https://badges。example/, https://badges.example/",
        "https://badges.example//a/..//b, https://badges.example//a/..//b",
        "https://1.2.3.4/, https://1.2.3.4/",
        "https://[2606:4700::1111]:8443/, https://[2606:4700::1111]:8443/",
        "https://１２７.０.０.１/, https://127.0.0.1/"
    })
    void anAddressGoesOnTheWireInAsciiWithoutItsFragment(String uri, String wire) {
        assertThat(targets.target(URI.create(uri))).isEqualTo(new UrlPolicy.Allowed(URI.create(wire), false));
    }

    @Test
    void loopbackIsReachableUnderItsOwnNamesOnlyAndWhereAllowed() {
        UrlPolicy loopback = new UrlPolicy(true);
        assertThat(loopback.target(URI.create("http://localhost:80/")))
                .isEqualTo(new UrlPolicy.Allowed(URI.create("http://localhost:80/"), true));
        assertThat(loopback.target(URI.create("http://127.0.0.1:8080/"))).isInstanceOf(UrlPolicy.Allowed.class);
        assertThat(loopback.target(URI.create("http://[::1]:8080/"))).isInstanceOf(UrlPolicy.Allowed.class);
        assertThat(loopback.target(URI.create("http://127.1/"))).isEqualTo(new UrlPolicy.Refused("not https"));
        assertThat(loopback.target(URI.create("http://badges.example/"))).isEqualTo(new UrlPolicy.Refused("not https"));
        assertThat(targets.target(URI.create("http://localhost:8080/"))).isEqualTo(new UrlPolicy.Refused("not https"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x/y?z, ?q, https://a.example/x/y?q",
        "https://a.example/x/y, z, https://a.example/x/z",
        "https://a.example/x/y, //b.example/z#f, https://b.example/z",
        "https://a.example/x/y, /z, https://a.example/z",
        "https://a.example/x, http://A.example/x/, https://A.example/x/",
        "https://a.example/x, http://a.example:80/x/#f, https://a.example/x/",
        "https://a.example/x, http://a.example:8080/x/, http://a.example:8080/x/",
        "https://a.example/x, http://b.example/x, http://b.example/x"
    })
    void aRedirectIsResolvedAsTheStandardSays(String from, String location, String to) {
        assertThat(UrlPolicy.redirected(URI.create(from), location)).contains(URI.create(to));
    }

    @Test
    void aNameWhoseLastLabelBeginsWithADigitIsRefused() {
        assertThat(targets.target(URI.create("https://badges.1example/")))
                .isEqualTo(new UrlPolicy.Refused("not a public name"));
        assertThat(targets.target(URI.create("https://1badges.example/"))).isInstanceOf(UrlPolicy.Allowed.class);
    }

    @Test
    void aRedirectThatIsNoAddressLeadsNowhere() {
        assertThat(UrlPolicy.redirected(URI.create("https://a.example/"), "https://b example/"))
                .isEmpty();
        assertThat(UrlPolicy.redirected(URI.create("https://a.example/"), "\u0000"))
                .isEmpty();
    }
}
