package fr.badgesiae.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds a JSON-LD context or JSON Schema by its URL, among the resources of this module only. URLs are compared as written,
 * except for an empty fragment and the difference between http and https. Resources are read on demand and cached.
 * Thread-safe.
 */
public final class Catalogue {
    /** JSON Schema of the OB 3.0 AchievementCredential, published form: lists wherever the model has lists. */
    public static final String ACHIEVEMENT_CREDENTIAL =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    /** The same class in the JSON-LD form, where a list of one may be written as its only member. */
    public static final String ACHIEVEMENT_CREDENTIAL_LOOSE =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/jsonld/ob_v3p0_achievementcredential_schema.json";
    /** The class in VC 2.0 or VC 1.1 (issuanceDate, expirationDate), published form. */
    public static final String ANY_ACHIEVEMENT_CREDENTIAL =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_anyachievementcredential_schema.json";
    /** The class in VC 2.0 or VC 1.1, JSON-LD form. */
    public static final String ANY_ACHIEVEMENT_CREDENTIAL_LOOSE =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/jsonld/ob_v3p0_anyachievementcredential_schema.json";
    /** JSON Schema of the OB 3.0 EndorsementCredential, published form. */
    public static final String ENDORSEMENT_CREDENTIAL =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json";
    /** The same class in the JSON-LD form. */
    public static final String ENDORSEMENT_CREDENTIAL_LOOSE =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/jsonld/ob_v3p0_endorsementcredential_schema.json";
    /** Endorsements in VC 2.0 or VC 1.1 (issuanceDate, expirationDate), published form. */
    public static final String ANY_ENDORSEMENT_CREDENTIAL =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_anyendorsementcredential_schema.json";
    /** Endorsements in VC 2.0 or VC 1.1, JSON-LD form. */
    public static final String ANY_ENDORSEMENT_CREDENTIAL_LOOSE =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/jsonld/ob_v3p0_anyendorsementcredential_schema.json";
    /** JSON Schema of the ClrCredential of the CLR Standard 2.0, published form. */
    public static final String CLR_CREDENTIAL =
            "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json";
    /**
     * The same class with single values instead of lists, tokens inside, or over VC 1.1. The URL is our own: 1EdTech publishes
     * none.
     */
    public static final String CLR_CREDENTIAL_LOOSE = "urn:badges-iae:schema:clr-credential-2-loose";
    /**
     * JSON Schema of the classes of Open Badges 2.0, one under each {@code $defs}, for documents in normal form. The URL is
     * our own: the specification has tables only.
     */
    public static final String OPEN_BADGES_2 = "urn:badges-iae:schema:open-badges-2";
    /** JSON Schema of the published extensions of Open Badges 2.0, one under each {@code $defs}. The URL is our own. */
    public static final String OPEN_BADGES_2_EXTENSIONS = "urn:badges-iae:schema:open-badges-2-extensions";
    /** JSON Schema of any credential of VC data model 2.0. The URL is our own: W3C publishes none. */
    public static final String VERIFIABLE_CREDENTIAL = "urn:badges-iae:schema:verifiable-credential-2";
    /** JSON Schema of a Bitstring Status List Credential 1.0. The URL is our own: W3C publishes none. */
    public static final String BITSTRING_STATUS_LIST_CREDENTIAL =
            "urn:badges-iae:schema:bitstring-status-list-credential-1";

    private static final Catalogue BUNDLED = new Catalogue();

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Entry, Document> read = new ConcurrentHashMap<>();

    private Catalogue() {
        for (Entry entry : Entry.values()) {
            entry.urls().forEach(url -> entries.put(plain(url), entry));
        }
    }

    /** The documents bundled with this module. */
    public static Catalogue bundled() {
        return BUNDLED;
    }

    /** The document of a URL, main or alias, or empty. */
    public Optional<Document> find(String url) {
        return Optional.ofNullable(entries.get(plain(url))).map(entry -> read.computeIfAbsent(entry, Catalogue::read));
    }

    /** The context of a URL, or empty. */
    public Optional<Document> context(String url) {
        return find(url).filter(document -> document.kind() == Document.Kind.CONTEXT);
    }

    /** The JSON Schema of a URL, or empty. */
    public Optional<Document> schema(String url) {
        return find(url).filter(document -> document.kind() == Document.Kind.SCHEMA);
    }

    /** Every URL as published, aliases included. */
    public Set<String> urls() {
        return Arrays.stream(Entry.values())
                .flatMap(entry -> entry.urls().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String url) {
        String whole = url.endsWith("#") ? url.substring(0, url.length() - 1) : url;
        return whole.startsWith("http://") ? "https://" + whole.substring("http://".length()) : whole;
    }

    private static Document read(Entry entry) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(entry.resource())) {
            if (stream == null) {
                throw new IllegalStateException("this build lacks " + entry.resource());
            }
            return new Document(entry.urls().get(0), entry.kind(), stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
