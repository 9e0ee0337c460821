package fr.badgesiae.api.wallet.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signs a badge as an SD-JWT VC, bound to the key of a wallet. */
public final class SignSdJwtVc {
    private final Settings settings;
    private final Ids ids;
    private final BadgeType type;
    private final JwsSigner jws = new JwsSigner();

    public SignSdJwtVc(Settings settings, Ids ids, BadgeType type) {
        this.settings = settings;
        this.ids = ids;
        this.type = type;
    }

    /**
     * What one is signed from.
     *
     * @param badge the unsigned Open Badges 3.0 credential of the same edition
     * @param name disclosed by choice; empty when the edition shows none
     * @param status the {@code status} claim
     * @param walletKey the public JWK of the wallet, with its required members only
     * @param zone of the organisation
     */
    public record Content(
            JsonNode badge, Optional<ShownName> name, ObjectNode status, ObjectNode walletKey, ZoneId zone) {
        /** None of it: it is personal. */
        @Override
        public String toString() {
            return "Content[…]";
        }
    }

    /**
     * @param key ES256
     * @return the compact form with all disclosures
     */
    public String apply(OrganisationId organisation, Content content, IssuerKey key) {
        ObjectNode claims = SdJwtVcClaims.of(
                content.badge(),
                settings.url("/issuers/" + organisation),
                type,
                content.status(),
                content.walletKey(),
                content.zone());
        List<Disclosure> disclosures = content.name().map(this::disclosures).orElse(List.of());
        if (!disclosures.isEmpty()) {
            ArrayNode digests = claims.putArray(SdJwtVc.DIGESTS);
            // Sorted: the order says nothing about the claims (RFC 9901, section 4.2.4.1).
            disclosures.stream().map(Disclosure::digest).sorted().forEach(digests::add);
            claims.put(SdJwtVc.ALGORITHM, SdJwtVc.SHA_256);
        }
        String token = jws.sign(claims, SdJwtVc.TYPE, key.algorithm().jose(), key.thumbprint(), key.signer());
        return SdJwtVc.text(token, disclosures);
    }

    private List<Disclosure> disclosures(ShownName name) {
        List<Disclosure> disclosures = new ArrayList<>();
        disclosures.add(Disclosure.of(ids.bytes(Disclosure.SALT_BYTES), "given_name", name.given()));
        if (name.family() != null) {
            disclosures.add(Disclosure.of(ids.bytes(Disclosure.SALT_BYTES), "family_name", name.family()));
        }
        return disclosures;
    }
}
