package fr.badgesiae.api.platform;

import fr.badgesiae.api.platform.client.TrustedProxies;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import fr.badgesiae.api.platform.mail.MailSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings that apply to all features.
 *
 * @param publicUrl the public origin of the service: scheme, host, port, no path
 * @param demonstration whether the service runs as a demonstration, marked as such
 * @param proxies the reverse proxies whose word on the client's address counts
 * @param brand name and look of the installation
 * @param options what features do beyond their defaults
 * @param mail the servers that take mail and SMS
 * @param languages of some pages, beside French and English
 */
public record Settings(
        URI publicUrl,
        boolean demonstration,
        TrustedProxies proxies,
        Brand brand,
        Set<Option> options,
        MailSettings mail,
        AddedLanguages languages) {
    /** Settings without a proxy and with the default brand. */
    public Settings(URI publicUrl, boolean demonstration) {
        this(publicUrl, demonstration, Brand.DEFAULT);
    }

    /** Settings without a proxy and a mail server. */
    public Settings(URI publicUrl, boolean demonstration, Brand brand) {
        this(publicUrl, demonstration, TrustedProxies.none(), brand, Set.of(), MailSettings.off(), AddedLanguages.NONE);
    }

    public Settings {
        options = Set.copyOf(options);
        boolean origin = publicUrl.getHost() != null
                && publicUrl.getRawPath().isEmpty()
                && publicUrl.getRawQuery() == null
                && publicUrl.getRawFragment() == null
                && publicUrl.getRawUserInfo() == null;
        if (!origin) {
            throw new IllegalArgumentException("publicUrl is an origin without a path, such as https://badges.example");
        }
    }

    /** The same service behind these proxies. */
    public Settings behind(TrustedProxies trusted) {
        return new Settings(publicUrl, demonstration, trusted, brand, options, mail, languages);
    }

    /** The same service with these options. */
    public Settings with(Set<Option> chosen) {
        return new Settings(publicUrl, demonstration, proxies, brand, chosen, mail, languages);
    }

    /** The same service with these servers for its messages. */
    public Settings sending(MailSettings by) {
        return new Settings(publicUrl, demonstration, proxies, brand, options, by, languages);
    }

    /** The same service with these languages. */
    public Settings speaking(AddedLanguages added) {
        return new Settings(publicUrl, demonstration, proxies, brand, options, mail, added);
    }

    /**
     * The public origin as browsers write it (HTML Standard, serialization of an origin): in lower case, without the usual port of
     * its scheme. The public URL itself stays as it was written: badges name it.
     */
    public String origin() {
        String scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
        int port = publicUrl.getPort();
        boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + host() + (usual ? "" : ":" + port);
    }

    /** The public host as browsers write it, in lower case. */
    public String host() {
        return publicUrl.getHost().toLowerCase(Locale.ROOT);
    }

    /** The absolute URL of a path on the public origin, such as {@code /path}. */
    public String url(String path) {
        return publicUrl + path;
    }

    /** The path of a URL on the public origin, or null for any other URL. */
    public @Nullable String pathOf(@Nullable String url) {
        return url != null && url.startsWith(url("/"))
                ? url.substring(publicUrl.toString().length())
                : null;
    }

    /** The host in the form of did:web: the colon before a port is percent-encoded. */
    public String didHost() {
        return publicUrl.getRawAuthority().replace(":", "%3A");
    }

    public boolean secureCookies() {
        return "https".equals(publicUrl.getScheme());
    }
}
