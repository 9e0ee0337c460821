package fr.badgesiae.schemas;

import java.util.List;

/** One file of the catalogue and its URLs, the main one first. */
enum Entry {
    CREDENTIALS_1(Document.Kind.CONTEXT, "w3c/credentials-1.jsonld", "https://www.w3.org/2018/credentials/v1"),
    CREDENTIALS_2(Document.Kind.CONTEXT, "w3c/credentials-2.jsonld", "https://www.w3.org/ns/credentials/v2"),
    CREDENTIALS_EXAMPLES_2(
            Document.Kind.CONTEXT,
            "w3c/credentials-examples-2.jsonld",
            "https://www.w3.org/ns/credentials/examples/v2"),
    DATA_INTEGRITY_1(
            Document.Kind.CONTEXT, "w3c/data-integrity-1.jsonld", "https://w3id.org/security/data-integrity/v1"),
    DATA_INTEGRITY_2(
            Document.Kind.CONTEXT, "w3c/data-integrity-2.jsonld", "https://w3id.org/security/data-integrity/v2"),
    MULTIKEY_1(Document.Kind.CONTEXT, "w3c/multikey-1.jsonld", "https://w3id.org/security/multikey/v1"),
    ED25519_2020_1(
            Document.Kind.CONTEXT, "w3c/ed25519-2020-1.jsonld", "https://w3id.org/security/suites/ed25519-2020/v1"),
    BITSTRING_STATUS_LIST_1(
            Document.Kind.CONTEXT, "w3c/bitstring-status-list-1.jsonld", "https://www.w3.org/ns/credentials/status/v1"),
    STATUS_LIST_2021_1(
            Document.Kind.CONTEXT, "w3c/status-list-2021-1.jsonld", "https://w3id.org/vc/status-list/2021/v1"),
    DID_1(Document.Kind.CONTEXT, "w3c/did-1.jsonld", "https://www.w3.org/ns/did/v1"),
    ODRL(Document.Kind.CONTEXT, "w3c/odrl.jsonld", "https://www.w3.org/ns/odrl.jsonld"),
    OPEN_BADGES_2_0(
            Document.Kind.CONTEXT,
            "openbadges/2.0.jsonld",
            "https://w3id.org/openbadges/v2",
            "https://openbadgespec.org/v2/context.json"),
    OPEN_BADGES_3_0_0(
            Document.Kind.CONTEXT,
            "openbadges/3.0.0.jsonld",
            Urls.OPEN_BADGES_3 + "context-3.0.0.json",
            Urls.OPEN_BADGES_3 + "context.json"),
    OPEN_BADGES_3_0_1(Document.Kind.CONTEXT, "openbadges/3.0.1.jsonld", Urls.OPEN_BADGES_3 + "context-3.0.1.json"),
    OPEN_BADGES_3_0_2(Document.Kind.CONTEXT, "openbadges/3.0.2.jsonld", Urls.OPEN_BADGES_3 + "context-3.0.2.json"),
    OPEN_BADGES_3_0_3(Document.Kind.CONTEXT, "openbadges/3.0.3.jsonld", Urls.OPEN_BADGES_3 + "context-3.0.3.json"),
    OPEN_BADGES_3_EXTENSIONS(
            Document.Kind.CONTEXT, "openbadges/3.0-extensions.jsonld", Urls.OPEN_BADGES_3 + "extensions.json"),
    CLR_2_0_1(
            Document.Kind.CONTEXT,
            "openbadges/clr-2.0.1.jsonld",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"),

    ACHIEVEMENT_CREDENTIAL(
            Document.Kind.SCHEMA, "openbadges/achievement-credential.json", Catalogue.ACHIEVEMENT_CREDENTIAL),
    ACHIEVEMENT_CREDENTIAL_LOOSE(
            Document.Kind.SCHEMA,
            "openbadges/achievement-credential-loose.json",
            Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE),
    ANY_ACHIEVEMENT_CREDENTIAL(
            Document.Kind.SCHEMA, "openbadges/any-achievement-credential.json", Catalogue.ANY_ACHIEVEMENT_CREDENTIAL),
    ANY_ACHIEVEMENT_CREDENTIAL_LOOSE(
            Document.Kind.SCHEMA,
            "openbadges/any-achievement-credential-loose.json",
            Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE),
    ENDORSEMENT_CREDENTIAL(
            Document.Kind.SCHEMA, "openbadges/endorsement-credential.json", Catalogue.ENDORSEMENT_CREDENTIAL),
    ENDORSEMENT_CREDENTIAL_LOOSE(
            Document.Kind.SCHEMA,
            "openbadges/endorsement-credential-loose.json",
            Catalogue.ENDORSEMENT_CREDENTIAL_LOOSE),
    ANY_ENDORSEMENT_CREDENTIAL(
            Document.Kind.SCHEMA, "openbadges/any-endorsement-credential.json", Catalogue.ANY_ENDORSEMENT_CREDENTIAL),
    ANY_ENDORSEMENT_CREDENTIAL_LOOSE(
            Document.Kind.SCHEMA,
            "openbadges/any-endorsement-credential-loose.json",
            Catalogue.ANY_ENDORSEMENT_CREDENTIAL_LOOSE),
    CLR_CREDENTIAL(Document.Kind.SCHEMA, "openbadges/clr-credential.json", Catalogue.CLR_CREDENTIAL),
    CLR_CREDENTIAL_LOOSE(Document.Kind.SCHEMA, "openbadges/clr-credential-loose.json", Catalogue.CLR_CREDENTIAL_LOOSE),
    OPEN_BADGES_2_EXTENSIONS(
            Document.Kind.SCHEMA, "openbadges/open-badges-2-extensions.json", Catalogue.OPEN_BADGES_2_EXTENSIONS),
    OPEN_BADGES_2(Document.Kind.SCHEMA, "openbadges/open-badges-2.json", Catalogue.OPEN_BADGES_2),
    VERIFIABLE_CREDENTIAL(Document.Kind.SCHEMA, "w3c/verifiable-credential-2.json", Catalogue.VERIFIABLE_CREDENTIAL),
    BITSTRING_STATUS_LIST_CREDENTIAL(
            Document.Kind.SCHEMA,
            "w3c/bitstring-status-list-credential.json",
            Catalogue.BITSTRING_STATUS_LIST_CREDENTIAL);

    private final Document.Kind kind;
    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of; the checker sees only the interface
    private final List<String> urls;

    Entry(Document.Kind kind, String file, String... urls) {
        this.kind = kind;
        this.file = file;
        this.urls = List.of(urls);
    }

    Document.Kind kind() {
        return kind;
    }

    /** The resource path, relative to this package. */
    String resource() {
        return (kind == Document.Kind.CONTEXT ? "contexts/" : "schemas/") + file;
    }

    List<String> urls() {
        return urls;
    }

    /** An enum constant cannot refer to static fields of its own class. */
    private static final class Urls {
        static final String OPEN_BADGES_3 = "https://purl.imsglobal.org/spec/ob/v3p0/";

        private Urls() {}
    }
}
