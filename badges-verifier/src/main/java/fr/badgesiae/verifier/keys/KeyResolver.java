package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.keys.IssuerDocuments.Answer;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.IssuerDocuments.Unreachable;
import fr.badgesiae.verifier.keys.KeyListing.State;
import fr.badgesiae.verifier.keys.VerificationMethod.Owner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the keys that an issuer itself lists: under assertionMethod of its DID document, in the document at its https id, in the
 * JWKS of its authority, or at a key address under its id. One for each judgement, shared by ISSUER and PROOF.
 */
public final class KeyResolver {
    private static final ObjectReader JSON = new JsonMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MAX_DID = 4096;

    private final PublicKeys keys;
    private final VerificationRelationship purpose;
    private final ControllerDocument reader;
    private final IssuerDocuments documents;
    private final boolean allowLoopback;

    /**
     * @param allowLoopback whether plain http on this machine is acceptable
     */
    public KeyResolver(PublicKeys keys, IssuerDocuments documents, boolean allowLoopback) {
        this(keys, documents, allowLoopback, VerificationRelationship.ASSERTION);
    }

    /** For keys listed for something else than credentials. */
    public KeyResolver(
            PublicKeys keys, IssuerDocuments documents, boolean allowLoopback, VerificationRelationship purpose) {
        this.keys = keys;
        this.purpose = purpose;
        this.reader = new ControllerDocument(keys, purpose);
        this.documents = documents;
        this.allowLoopback = allowLoopback;
    }

    public VerificationRelationship purpose() {
        return purpose;
    }

    /** The documents it reads, for the ISSUER check. */
    public IssuerDocuments documents() {
        return documents;
    }

    /** Where an issuer's own document is: did.json of a did:web, or the https id itself; empty for the others. */
    public Optional<URI> documentAddress(String issuerId) {
        return issuerId.startsWith("did:")
                ? Dids.webAddress(issuerId, allowLoopback)
                : Dids.address(issuerId, allowLoopback);
    }

    /** What came of resolving a DID. */
    public enum Resolution {
        RESOLVED,
        /** From an old copy, the source being down. */
        STALE,
        /** Nobody answered, or not with a document. */
        NO_DOCUMENT,
        /** A method or a form that this verifier does not know. */
        UNSUPPORTED,
        /** The document calls itself something else. */
        OTHER_ID
    }

    /** Resolves a DID. */
    public Resolution resolve(String did) {
        KeyListing listing = ofDid(did);
        if (listing.state() == State.UNSUPPORTED) {
            return Resolution.UNSUPPORTED;
        }
        if (listing.state() == State.OTHER_ID) {
            return Resolution.OTHER_ID;
        }
        Optional<URI> address = did.startsWith("did:web:") ? documentAddress(did) : Optional.empty();
        if (address.isEmpty()) {
            return Resolution.RESOLVED;
        }
        if (!(documents.get(address.get()) instanceof Found found)) {
            return Resolution.NO_DOCUMENT;
        }
        return found.stale() ? Resolution.STALE : Resolution.RESOLVED;
    }

    /** The different keys that a DID lists for assertion and has not revoked, for people to compare; none when it has no document. */
    public List<VerificationKey> assertionKeys(String did) {
        Map<String, VerificationKey> different = new LinkedHashMap<>();
        for (VerificationMethod listed : ofDid(did).keys()) {
            if (listed.key() != null && listed.fitting() && listed.revoked() == null) {
                different.putIfAbsent(listed.key().thumbprint(), listed.key());
            }
        }
        return List.copyOf(different.values());
    }

    /** The keys of a DID. */
    public KeyListing ofDid(String did) {
        if (did.length() > MAX_DID) {
            return KeyListing.nothing(State.UNSUPPORTED);
        }
        if (did.startsWith("did:key:")) {
            String multikey = did.substring("did:key:".length());
            return ofSelf(did + "#" + multikey, keys.fromMultikey(multikey));
        }
        if (did.startsWith("did:jwk:")) {
            return ofSelf(did + "#0", jwkOf(did.substring("did:jwk:".length())));
        }
        Optional<URI> address = did.startsWith("did:web:") ? Dids.webAddress(did, allowLoopback) : Optional.empty();
        if (address.isEmpty()) {
            return KeyListing.nothing(State.UNSUPPORTED, new Finding("issuer.id", did, "did-core 7.1"));
        }
        if (!(documents.get(address.get()) instanceof Found found)) {
            return missing(address.get());
        }
        if (!did.equals(found.json().path("id").asText())) {
            return KeyListing.nothing(State.OTHER_ID, fetched(found));
        }
        return new KeyListing(reader.methods(found.json(), did, did, true), State.READ, List.of(fetched(found)));
    }

    /** The keys in the document at an https id. */
    public KeyListing ofDocument(String issuerId) {
        Optional<URI> address = Dids.address(issuerId, allowLoopback);
        if (address.isEmpty()) {
            return KeyListing.nothing(State.UNSUPPORTED, new Finding("issuer.id", issuerId, "ob-3.0 8.5"));
        }
        if (!(documents.get(address.get()) instanceof Found found)) {
            return missing(address.get());
        }
        if (found.json().has("id") && !issuerId.equals(found.json().path("id").asText())) {
            return KeyListing.nothing(State.OTHER_ID, fetched(found));
        }
        List<VerificationMethod> listed = new ArrayList<>(reader.methods(found.json(), issuerId, issuerId, false));
        listed.addAll(reader.jwks(found.json(), issuerId));
        return new KeyListing(listed, State.READ, List.of(fetched(found)));
    }

    /** The keys that the authority of an https id publishes for it. */
    public KeyListing ofAuthority(String issuerId) {
        Optional<URI> address = Dids.address(issuerId, allowLoopback).map(id -> id.resolve("/.well-known/jwks.json"));
        if (address.isEmpty()) {
            return KeyListing.nothing(State.UNSUPPORTED);
        }
        if (!(documents.get(address.get()) instanceof Found found)) {
            return missing(address.get());
        }
        return new KeyListing(reader.jwks(found.json(), issuerId), State.READ, List.of(fetched(found)));
    }

    /** The key at an address that lies under an https id, by name and after redirects. */
    public KeyListing ofKeyUnder(String issuerId, String keyAddress) {
        if (!keyAddress.startsWith(issuerId + "/")) {
            return KeyListing.nothing(State.READ);
        }
        Optional<URI> address = Dids.address(keyAddress, allowLoopback);
        if (address.isEmpty()) {
            return KeyListing.nothing(State.UNSUPPORTED);
        }
        if (!(documents.get(address.get()) instanceof Found found)) {
            return missing(address.get());
        }
        if (!found.finalUri().toString().startsWith(issuerId + "/")) {
            return KeyListing.nothing(State.OTHER_ID, fetched(found));
        }
        return new KeyListing(reader.at(found.json(), keyAddress, issuerId), State.READ, List.of(fetched(found)));
    }

    /** A key written as multicodec prefix and bytes. */
    public Optional<VerificationKey> multikey(byte[] bytes) {
        return keys.fromMultikey("z" + Base58.encode(bytes));
    }

    /** The key that a proof names, wherever it is. Proves nothing of whose it is. */
    public Optional<VerificationKey> named(String name) {
        return pick(at(name).keys(), name);
    }

    /** What is listed where the name of a key leads. Proves nothing of whose keys those are. */
    public KeyListing at(String name) {
        if (name.startsWith("did:")) {
            return ofDid(Dids.withoutFragment(name));
        }
        List<VerificationMethod> listed = Dids.address(name, allowLoopback)
                .map(documents::get)
                .filter(Found.class::isInstance)
                .map(found -> reader.at(((Found) found).json(), name, null))
                .orElse(List.of());
        return new KeyListing(listed, State.READ, List.of());
    }

    /** A key as a header shows it. Proves nothing of whose it is. */
    public Optional<VerificationKey> shown(JsonNode jwk) {
        return keys.fromJwk(jwk);
    }

    private static Optional<VerificationKey> pick(List<VerificationMethod> listed, String name) {
        return listed.stream()
                .filter(key ->
                        key.key() != null && (key.isNamed(name) || (listed.size() == 1 && name.indexOf('#') < 0)))
                .map(VerificationMethod::key)
                .findFirst();
    }

    private KeyListing missing(URI address) {
        Answer answer = documents.get(address);
        boolean unreachable = answer instanceof Unreachable;
        String why =
                unreachable ? ((Unreachable) answer).failure().name() : ((IssuerDocuments.NoDocument) answer).why();
        Finding finding = new Finding("issuer.document-missing", address + " " + why, "cid 3.3");
        return KeyListing.nothing(unreachable ? State.UNREACHABLE : State.READ, finding);
    }

    private static KeyListing ofSelf(String id, Optional<VerificationKey> key) {
        if (key.isEmpty()) {
            return KeyListing.nothing(State.UNSUPPORTED, new Finding("issuer.id", id, "did-core 7.1"));
        }
        return new KeyListing(
                List.of(new VerificationMethod(id, key.get(), false, true, Owner.ISSUER, null, null)),
                State.READ,
                List.of());
    }

    private Optional<VerificationKey> jwkOf(String encoded) {
        try {
            JsonNode jwk = JSON.readTree(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
            return keys.fromJwk(jwk);
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Finding fetched(Found found) {
        String value = found.finalUri() + " " + found.length() + " bytes sha256 " + found.sha256();
        return new Finding("issuer.document", found.stale() ? value + " stale" : value, "cid 3.3");
    }
}
