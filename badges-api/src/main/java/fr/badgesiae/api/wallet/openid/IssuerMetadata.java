package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.wallet.openid.proof.KeyProof;
import fr.badgesiae.api.wallet.sdjwt.BadgeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The metadata of each credential issuer (OpenID4VCI 1.0, section 12.2) and of their authorization server (RFC 8414). */
final class IssuerMetadata {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 16L << 20;
    private static final int MAX_AGE = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenidAddresses addresses;
    private final BadgeType type;
    private final Database database;
    private final Copies<OrganisationId, PublishedDocument> copies;

    IssuerMetadata(OpenidAddresses addresses, BadgeType type, Database database, Clock clock) {
        this.addresses = addresses;
        this.type = type;
        this.database = database;
        this.copies = Copies.ofDocuments(clock, KEPT, MOST_BYTES);
    }

    /** Empty for an unknown organisation. */
    Optional<PublishedDocument> apply(OrganisationId organisation) {
        return copies.get(
                organisation,
                () -> database.inPublic(
                                handle -> handle.attach(OpenidOfferDao.class).organisationName(organisation.value()))
                        .map(name -> document(issuer(organisation, name))));
    }

    static PublishedDocument document(ObjectNode json) {
        return PublishedDocument.of("application/json", json.toString(), MAX_AGE);
    }

    private ObjectNode issuer(OrganisationId organisation, String name) {
        ObjectNode json = JSON.objectNode();
        json.put("credential_issuer", addresses.issuer(organisation));
        json.putArray("authorization_servers").add(addresses.server());
        json.put("credential_endpoint", addresses.url(OpenidAddresses.CREDENTIAL));
        json.put("nonce_endpoint", addresses.url(OpenidAddresses.NONCE));
        json.put("notification_endpoint", addresses.url(OpenidAddresses.NOTIFICATION));
        json.putArray("display").addObject().put("name", name).put("locale", "fr");
        ObjectNode configurations = json.putObject("credential_configurations_supported");
        configurations.set(OpenidConfiguration.JWT_VC_JSON.id(), vcJwt());
        configurations.set(OpenidConfiguration.DC_SD_JWT.id(), sdJwt());
        return json;
    }

    private static ObjectNode vcJwt() {
        ObjectNode json = configuration("jwt_vc_json", List.of("did:key", "did:jwk", "jwk"));
        json.putObject("credential_definition")
                .putArray("type")
                .add("VerifiableCredential")
                .add("OpenBadgeCredential");
        ArrayNode claims = json.withObject("/credential_metadata").putArray("claims");
        claim(claims, "Badge", "Badge", "credentialSubject", "achievement", "name");
        claim(claims, "Description", "Description", "credentialSubject", "achievement", "description");
        return json;
    }

    private ObjectNode sdJwt() {
        ObjectNode json = configuration("dc+sd-jwt", List.of("jwk"));
        json.put("vct", type.url());
        ArrayNode claims = json.withObject("/credential_metadata").putArray("claims");
        claim(claims, "Badge", "Badge", "achievement_title");
        claim(claims, "Description", "Description", "achievement_description");
        claim(claims, "Structure", "Organisation", "issuing_authority");
        claim(claims, "Attribué le", "Awarded on", "date_of_issuance");
        claim(claims, "Prénom", "First name", "given_name");
        claim(claims, "Nom", "Last name", "family_name");
        return json;
    }

    private static ObjectNode configuration(String format, List<String> bindings) {
        ObjectNode json = JSON.objectNode();
        json.put("format", format);
        ArrayNode methods = json.putArray("cryptographic_binding_methods_supported");
        bindings.forEach(methods::add);
        json.putArray("credential_signing_alg_values_supported").add("ES256");
        ArrayNode algorithms =
                json.putObject("proof_types_supported").putObject("jwt").putArray("proof_signing_alg_values_supported");
        KeyProof.ALGORITHMS.forEach(algorithms::add);
        display(json.putObject("credential_metadata").putArray("display"), "Badge", "Badge");
        return json;
    }

    private static void claim(ArrayNode claims, String french, String english, String... path) {
        ObjectNode claim = claims.addObject();
        ArrayNode steps = claim.putArray("path");
        List.of(path).forEach(steps::add);
        display(claim.putArray("display"), french, english);
    }

    private static void display(ArrayNode display, String french, String english) {
        display.addObject().put("name", french).put("locale", "fr");
        display.addObject().put("name", english).put("locale", "en");
    }
}
