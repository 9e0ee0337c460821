package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.keys.IssuerDocuments.Answer;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.IssuerDocuments.Unreachable;
import fr.badgesiae.verifier.keys.KeyListing.State;
import fr.badgesiae.verifier.keys.VerificationMethod.Owner;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the keys that an issuer itself lists. Locations: assertionMethod of its DID document, the document at its https
 * id, the JWKS of its authority, a key URL under its id. One for each verification, shared by ISSUER and PROOF.
 */
public final class KeyResolver {
    private static final int MAX_DID = 4096;

    private final PublicKeys keys;
    private final VerificationRelationship purpose;
    private final ControllerDocument reader;
    private final IssuerDocuments documents;
    private final boolean allowLoopback;

    /** @param allowLoopback whether plain http on loopback hosts is accepted */
    public KeyResolver(PublicKeys keys, IssuerDocuments documents, boolean allowLoopback) {
        this(keys, documents, allowLoopback, VerificationRelationship.ASSERTION);
    }

    /** Resolves keys of another verification relationship than assertionMethod. */
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

    /** The fetched documents, for the ISSUER check. */
    public IssuerDocuments documents() {
        return documents;
    }

    /** The URL of an issuer's own document: did.json of a did:web, or the https id itself; else empty. */
    public Optional<URI> documentAddress(String issuerId) {
        return issuerId.startsWith("did:")
                ? Dids.webAddress(issuerId, allowLoopback)
                : Dids.address(issuerId, allowLoopback);
    }

    /** The result of resolving a DID. */
    public enum Resolution {
        RESOLVED,
        /** Resolved from a stale copy; the server is unreachable. */
        STALE,
        /** No response, or no document. */
        NO_DOCUMENT,
        /** An unsupported DID method or form. */
        UNSUPPORTED,
        /** The document has another id. */
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

    /** The distinct assertion keys of a DID that are not revoked, for people to compare; empty without a document. */
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

    /** The keys that the authority of an https id publishes for it, in its JWKS. */
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

    /** The key at a URL under an https id, before and after redirects. */
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

    /** A key in multicodec form: prefix and bytes. */
    public Optional<VerificationKey> multikey(byte[] bytes) {
        return keys.fromMultikey("z" + Base58.encode(bytes));
    }

    /** The key that a proof references, at any location. Does not prove whose key it is. */
    public Optional<VerificationKey> named(String name) {
        return pick(at(name).keys(), name);
    }

    /** The keys at the URL of a key reference. Does not prove whose keys they are. */
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

    /** The embedded key of a header. Does not prove whose key it is. */
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
            return keys.fromJwk(JsonReader.object(Base64.getUrlDecoder().decode(encoded)));
        } catch (IllegalArgumentException | UnreadableException e) {
            return Optional.empty();
        }
    }

    private static Finding fetched(Found found) {
        String value = found.finalUri() + " " + found.length() + " bytes sha256 " + found.sha256();
        return new Finding("issuer.document", found.stale() ? value + " stale" : value, "cid 3.3");
    }
}
