package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The identifiers and endpoints of the protocol, and the offers that carry them. */
public final class OpenidAddresses {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    static final String TOKEN = "/oauth/token";
    static final String NONCE = "/openid/nonce";
    static final String CREDENTIAL = "/openid/credential";
    static final String NOTIFICATION = "/openid/notification";

    /** The scheme that opens a wallet on the same phone. */
    public static final String SCHEME = "openid-credential-offer:";

    private static final int DIGITS = 6;

    private final Settings settings;

    OpenidAddresses(Settings settings) {
        this.settings = settings;
    }

    /** The authorization server, for all organisations. */
    String server() {
        return settings.publicUrl().toString();
    }

    /** The credential issuer: an organisation. */
    String issuer(OrganisationId organisation) {
        return settings.url("/issuers/" + organisation);
    }

    String url(String path) {
        return settings.url(path);
    }

    /**
     * An offer by value: some wallets lose the issuer of an offer by reference.
     *
     * @param txCode the words beside the field for the transaction code, at most 300 characters; null for an offer without one
     */
    public String offer(OrganisationId organisation, OpenidWallet wallet, String code, @Nullable String txCode) {
        ObjectNode offer = JsonNodeFactory.instance.objectNode();
        offer.put("credential_issuer", issuer(organisation));
        offer.putArray("credential_configuration_ids")
                .add(wallet.configuration().id());
        ObjectNode grant = offer.putObject("grants").putObject(GRANT);
        grant.put("pre-authorized_code", code);
        if (txCode != null) {
            grant.putObject("tx_code")
                    .put("input_mode", "numeric")
                    .put("length", DIGITS)
                    .put("description", txCode);
        }
        return SCHEME + "//?credential_offer="
                + URLEncoder.encode(offer.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
