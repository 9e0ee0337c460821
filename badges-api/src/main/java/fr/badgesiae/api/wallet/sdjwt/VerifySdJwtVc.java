package fr.badgesiae.api.wallet.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.status.BitstringStatusList.TooLargeException;
import fr.badgesiae.verifier.status.TokenStatusList;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies an SD-JWT VC of ours before its release, as a verifier would: against the published keys, type metadata and status
 * list.
 */
public final class VerifySdJwtVc {
    private static final Set<String> CHOSEN = Set.of("given_name", "family_name");
    private static final JOSEObjectType LIST_TYPE = new JOSEObjectType("statuslist+jwt");
    private static final JsonMapper JSON = new JsonMapper();

    private final BadgeType type;
    private final Clock clock;
    private final List<DocumentSource> documents;

    /** @param documents of this service: keys and status lists */
    public VerifySdJwtVc(BadgeType type, Clock clock, List<DocumentSource> documents) {
        this.type = type;
        this.clock = clock;
        this.documents = List.copyOf(documents);
    }

    /**
     * The first fault, in words without content of the badge; empty for none.
     *
     * @param issuer who must have signed it
     * @param walletKey to which it must be bound
     */
    public Optional<String> fault(String text, String issuer, ObjectNode walletKey) {
        Optional<SdJwtVc> read = SdJwtVc.parse(text);
        if (read.isEmpty()) {
            return Optional.of("form");
        }
        ObjectNode claims = read.get().claims();
        if (!SdJwtVc.TYPE.equals(read.get().token().getHeader().getType())
                || !issuer.equals(claims.path("iss").textValue())
                || !isSigned(read.get().token(), issuer)) {
            return Optional.of("signature");
        }
        if (!type.url().equals(claims.path("vct").textValue())
                || !type.integrity().equals(claims.path("vct#integrity").textValue())) {
            return Optional.of("type");
        }
        if (!walletKey.equals(claims.at("/cnf/jwk")) || claims.has("sub")) {
            return Optional.of("binding");
        }
        boolean complete =
                claims.path(SdJwtVc.DIGESTS).size() == read.get().disclosures().size();
        if (!complete
                || !read.get().disclosures().stream().map(Disclosure::name).allMatch(CHOSEN::contains)) {
            return Optional.of("disclosures");
        }
        long now = clock.instant().getEpochSecond();
        if (claims.path("nbf").asLong(Long.MAX_VALUE) > now
                || claims.path("exp").asLong(Long.MAX_VALUE) <= now) {
            return Optional.of("validity");
        }
        return isNotRevoked(claims.at("/status/status_list"), issuer) ? Optional.empty() : Optional.of("status");
    }

    private boolean isNotRevoked(JsonNode entry, String issuer) {
        String address = entry.path("uri").asText();
        try {
            JWSObject token = JWSObject.parse(
                    new String(published(address).orElseThrow(IOException::new).body(), StandardCharsets.US_ASCII));
            JsonNode claims = JSON.readTree(token.getPayload().toBytes());
            Optional<TokenStatusList> list = TokenStatusList.decode(
                    claims.at("/status_list/bits").asInt(),
                    claims.at("/status_list/lst").asText());
            long index = entry.path("idx").asLong(-1);
            return LIST_TYPE.equals(token.getHeader().getType())
                    && isSigned(token, issuer)
                    && address.equals(claims.path("sub").textValue())
                    && claims.path("exp").asLong() > clock.instant().getEpochSecond()
                    && index >= 0
                    && list.filter(values -> index < values.size() && values.value(index) == 0)
                            .isPresent();
        } catch (ParseException | IOException | TooLargeException e) {
            return false;
        }
    }

    private boolean isSigned(JWSObject token, String issuer) {
        String id = token.getHeader().getKeyID();
        if (id == null || !JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())) {
            return false;
        }
        URI address = URI.create(issuer);
        String keys = issuer.replace(address.getPath(), "/.well-known/jwt-vc-issuer" + address.getPath());
        try {
            JsonNode document =
                    JSON.readTree(published(keys).orElseThrow(IOException::new).body());
            return issuer.equals(document.path("issuer").textValue())
                    && JWKSet.parse(document.path("jwks").toString()).getKeyByKeyId(id) instanceof ECKey key
                    && token.verify(new ECDSAVerifier(key));
        } catch (IOException | ParseException | JOSEException e) {
            return false;
        }
    }

    private Optional<PublishedDocument> published(String address) {
        return documents.stream()
                .flatMap(source -> source.published(URI.create(address)).stream())
                .findFirst();
    }
}
