package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.ComposeCredential;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import fr.badgesiae.api.wallet.openid.proof.KeyProof;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The metadata of each credential issuer (OpenID4VCI 1.0, section 12.2) and of their authorization server (RFC 8414). */
final class IssuerMetadata {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 16L << 20;
    private static final int MAX_AGE = 300;
    private static final List<String> TYPES = List.of("VerifiableCredential", "OpenBadgeCredential");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenidAddresses addresses;
    private final OpenidOptions options;
    private final Database database;
    private final Copies<OrganisationId, PublishedDocument> copies;

    IssuerMetadata(OpenidAddresses addresses, OpenidOptions options, Database database, Clock clock) {
        this.addresses = addresses;
        this.options = options;
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
        options.configurations().forEach(known -> configurations.set(known.id(), configuration(known)));
        return json;
    }

    private ObjectNode configuration(OpenidConfiguration known) {
        ObjectNode json = switch (known) {
            case JWT_VC_JSON, JWT_VC_JSON_1_1 -> vcJwt(known);
            case LDP_VC -> embedded(known);
            case DC_SD_JWT -> sdJwt(known);
        };
        // 1.0 reads them under credential_metadata, the drafts here.
        ObjectNode told = (ObjectNode) json.path("credential_metadata");
        if (!options.drafts().isEmpty()) {
            json.set("display", told.get("display"));
        }
        if (options.accepts(OpenidDraft.DRAFT_15)) {
            json.set("claims", told.get("claims"));
        }
        return json;
    }

    private static ObjectNode vcJwt(OpenidConfiguration known) {
        ObjectNode json = configuration(known, "ES256", List.of("did:key", "did:jwk", "jwk"));
        types(json.putObject("credential_definition"));
        openBadgeClaims(json);
        return json;
    }

    private static ObjectNode embedded(OpenidConfiguration known) {
        ObjectNode json = configuration(known, "eddsa-rdfc-2022", List.of("did:key", "did:jwk"));
        ObjectNode definition = json.putObject("credential_definition");
        ComposeCredential.CONTEXTS.forEach(definition.putArray("@context")::add);
        types(definition);
        openBadgeClaims(json);
        return json;
    }

    private static void types(ObjectNode definition) {
        TYPES.forEach(definition.putArray("type")::add);
    }

    /** Whether the {@code type} of a credential definition is that of these configurations, in any order. */
    static boolean isType(JsonNode type) {
        Set<String> named = new HashSet<>();
        type.forEach(each -> named.add(each.asText()));
        return named.equals(Set.copyOf(TYPES));
    }

    private static void openBadgeClaims(ObjectNode json) {
        ArrayNode claims = json.withObject("/credential_metadata").putArray("claims");
        claim(claims, "Badge", "Badge", "credentialSubject", "achievement", "name");
        claim(claims, "Description", "Description", "credentialSubject", "achievement", "description");
    }

    private ObjectNode sdJwt(OpenidConfiguration known) {
        ObjectNode json = configuration(known, "ES256", List.of("jwk"));
        json.put("vct", options.vct());
        ArrayNode claims = json.withObject("/credential_metadata").putArray("claims");
        claim(claims, "Badge", "Badge", "achievement_title");
        claim(claims, "Description", "Description", "achievement_description");
        claim(claims, "Structure", "Organisation", "issuing_authority");
        claim(claims, "Attribué le", "Awarded on", "date_of_issuance");
        claim(claims, "Prénom", "First name", "given_name");
        claim(claims, "Nom", "Last name", "family_name");
        return json;
    }

    /** @param proof by which the credential is secured */
    private static ObjectNode configuration(OpenidConfiguration known, String proof, List<String> bindings) {
        ObjectNode json = JSON.objectNode();
        json.put("format", known.format());
        ArrayNode methods = json.putArray("cryptographic_binding_methods_supported");
        bindings.forEach(methods::add);
        json.putArray("credential_signing_alg_values_supported").add(proof);
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
