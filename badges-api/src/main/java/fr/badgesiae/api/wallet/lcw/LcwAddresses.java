package fr.badgesiae.api.wallet.lcw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses by which the wallet finds an offer. */
public final class LcwAddresses {
    /** The wallet's own scheme: without the wallet, its https address would send the secret to a server of others. */
    private static final String APP = "dccrequest://request?";

    private final Settings settings;

    public LcwAddresses(Settings settings) {
        this.settings = settings;
    }

    /** What a QR code carries: the wallet asks it what to do, a browser shows a page. */
    public String interaction(String secret) {
        return settings.url("/wallet/" + secret + "?iuv=1");
    }

    /** Opens the wallet on the same phone, with the answer of {@link #interaction} in it. */
    public String interactionLink(String secret) {
        return APP + "request=" + encoded(protocols(secret).toString());
    }

    /** The link that the wallet answers at once. */
    public String link(OfferToWallet.Made offer, String issuer) {
        return APP + "issuer=" + encoded(issuer)
                + "&vc_request_url=" + encoded(settings.url("/wallet/" + offer.secret() + "/link"))
                + "&auth_type=bearer&challenge=" + encoded(offer.challenge());
    }

    ObjectNode protocols(String secret) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("protocols").put("vcapi", settings.url("/wallet/" + secret + "/exchange"));
        return json;
    }

    /** What the wallet signs beside the challenge of an interaction. */
    String domain() {
        return settings.publicUrl().toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
