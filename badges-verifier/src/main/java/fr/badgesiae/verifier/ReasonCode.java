package fr.badgesiae.verifier;

/**
 * The closed list of reasons. The sentence of each code is in {@code messages_fr} and {@code messages_en}; the list for
 * readers is {@code docs/reason-codes.md}.
 */
public enum ReasonCode {
    // format
    FORMAT_READ("format.read"),
    FORMAT_EMPTY("format.empty"),
    FORMAT_NOT_UTF8("format.not-utf8"),
    FORMAT_NOT_JSON("format.not-json"),
    FORMAT_NOT_AN_OBJECT("format.not-an-object"),
    FORMAT_DUPLICATE_KEY("format.duplicate-key"),
    FORMAT_NOT_UNICODE("format.not-unicode"),
    FORMAT_NUMBER_OUT_OF_RANGE("format.number-out-of-range"),
    FORMAT_NOT_A_JWS("format.not-a-jws"),
    FORMAT_NOT_A_CREDENTIAL("format.not-a-credential"),
    FORMAT_TOO_LARGE("format.too-large"),
    FORMAT_IMAGE_TOO_LARGE("format.image-too-large"),
    FORMAT_TOO_DEEP("format.too-deep"),
    FORMAT_NUMBER_TOO_LONG("format.number-too-long"),
    FORMAT_NOT_FETCHED("format.not-fetched"),
    FORMAT_TOO_MANY_PIXELS("format.too-many-pixels"),
    FORMAT_IMAGE_UNREADABLE("format.image-unreadable"),
    FORMAT_IMAGE_TYPE_NOT_EXAMINED("format.image-type-not-examined"),
    FORMAT_FILE_TYPE_NOT_EXAMINED("format.file-type-not-examined"),
    FORMAT_NOT_EXAMINED_BY_THIS_BUILD("format.not-examined-by-this-build"),
    FORMAT_QR_UNREADABLE("format.qr-unreadable"),
    FORMAT_QR_WITHOUT_BADGE("format.qr-without-badge"),
    FORMAT_BAKED_BADGE_BROKEN("format.baked-badge-broken"),
    FORMAT_IMAGE_DAMAGED("format.image-damaged"),
    FORMAT_IMAGE_WITHOUT_BADGE("format.image-without-badge"),
    FORMAT_PAGE_WITHOUT_BADGE("format.page-without-badge"),
    FORMAT_WEB_PAGE("format.web-page"),
    FORMAT_TOO_MANY_STEPS("format.too-many-steps"),
    FORMAT_TOO_MANY_ADDRESSES("format.too-many-addresses"),
    FORMAT_LINKED_IMAGE_NOT_SEARCHED("format.linked-image-not-searched"),
    FORMAT_MORE_THAN_EXAMINED("format.more-than-examined"),
    FORMAT_SVG_TOO_MUCH_WORK("format.svg-too-much-work"),
    FORMAT_PDF_ENCRYPTED("format.pdf-encrypted"),
    FORMAT_PDF_TOO_MUCH_WORK("format.pdf-too-much-work"),
    FORMAT_SEVERAL_BADGES("format.several-badges"),
    FORMAT_TOO_MANY_BADGES("format.too-many-badges"),
    FORMAT_WRAPPED_TOO_DEEP("format.wrapped-too-deep"),
    FORMAT_PRESENTATION_EMPTY("format.presentation-empty"),
    FORMAT_PRESENTATION_SIGNATURE_INVALID("format.presentation-signature-invalid"),
    FORMAT_PRESENTATION_SIGNATURE_NOT_EXAMINED("format.presentation-signature-not-examined"),
    FORMAT_ENVELOPE_MALFORMED("format.envelope-malformed"),
    FORMAT_ENVELOPE_TYPE_NOT_EXAMINED("format.envelope-type-not-examined"),
    FORMAT_SD_JWT_NOT_EXAMINED("format.sd-jwt-not-examined"),

    // context
    CONTEXT_ALL_DEFINED("context.all-defined"),
    CONTEXT_MISSING("context.missing"),
    CONTEXT_ORDER_WRONG("context.order-wrong"),
    CONTEXT_OB2_MISSING("context.ob2-missing"),
    CONTEXT_OB1_UPGRADED("context.ob1-upgraded"),
    CONTEXT_UNDEFINED_TERM("context.undefined-term"),
    CONTEXT_TYPE_NOT_ABSOLUTE("context.type-not-absolute"),
    CONTEXT_ID_NOT_ABSOLUTE("context.id-not-absolute"),
    CONTEXT_DATATYPE_NOT_ABSOLUTE("context.datatype-not-absolute"),
    CONTEXT_VALUE_DROPPED("context.value-dropped"),
    CONTEXT_DISGUISED_STATEMENT("context.disguised-statement"),
    CONTEXT_CLASH("context.clash"),
    CONTEXT_UNKNOWN("context.unknown"),
    CONTEXT_INLINE("context.inline"),
    CONTEXT_INVALID_JSON_LD("context.invalid-json-ld"),
    CONTEXT_TOO_MUCH_WORK("context.too-much-work"),

    // schema
    SCHEMA_CONFORMS("schema.conforms"),
    SCHEMA_LOOSE_ONLY("schema.loose-only"),
    SCHEMA_NOT_A_BADGE("schema.not-a-badge"),
    SCHEMA_NOT_AN_ENDORSEMENT("schema.not-an-endorsement"),
    SCHEMA_DOES_NOT_CONFORM("schema.does-not-conform"),
    SCHEMA_SUBJECT_NOT_IDENTIFIED("schema.subject-not-identified"),
    SCHEMA_OB2_CONFORMS("schema.ob2-conforms"),
    SCHEMA_OB2_DOES_NOT_CONFORM("schema.ob2-does-not-conform"),
    SCHEMA_BADGE_CLASS_UNREACHABLE("schema.badge-class-unreachable"),
    SCHEMA_EXTENSION_UNKNOWN("schema.extension-unknown"),
    SCHEMA_EXTENSION_DOES_NOT_CONFORM("schema.extension-does-not-conform"),
    SCHEMA_OWN_SCHEMA_VIOLATED("schema.own-schema-violated"),
    SCHEMA_OWN_SCHEMA_UNREACHABLE("schema.own-schema-unreachable"),
    SCHEMA_OWN_SCHEMA_UNUSABLE("schema.own-schema-unusable"),
    SCHEMA_OWN_SCHEMA_PATTERN_NOT_EXAMINED("schema.own-schema-pattern-not-examined"),
    SCHEMA_OWN_SCHEMA_TOO_MUCH_WORK("schema.own-schema-too-much-work"),
    SCHEMA_OWN_SCHEMA_DIGEST_DIFFERS("schema.own-schema-digest-differs"),
    SCHEMA_OWN_SCHEMA_DIGEST_UNKNOWN("schema.own-schema-digest-unknown"),
    SCHEMA_OWN_SCHEMA_TYPE_UNKNOWN("schema.own-schema-type-unknown"),
    SCHEMA_TOO_MANY_OWN_SCHEMAS("schema.too-many-own-schemas"),

    // issuer
    ISSUER_RESOLVED("issuer.resolved"),
    ISSUER_NOT_ASKED("issuer.not-asked"),
    ISSUER_MISSING("issuer.missing"),
    ISSUER_MALFORMED("issuer.malformed"),
    ISSUER_TYPE_WRONG("issuer.type-wrong"),
    ISSUER_ID_NOT_RESOLVABLE("issuer.id-not-resolvable"),
    ISSUER_DOCUMENT_UNREACHABLE("issuer.document-unreachable"),
    ISSUER_DOCUMENT_STALE("issuer.document-stale"),
    ISSUER_DOCUMENT_ID_DIFFERS("issuer.document-id-differs"),
    ISSUER_BADGE_CLASS_UNREACHABLE("issuer.badge-class-unreachable"),
    ISSUER_BADGE_CLASS_ID_DIFFERS("issuer.badge-class-id-differs"),
    ISSUER_BADGE_CLASS_ISSUER_DIFFERS("issuer.badge-class-issuer-differs"),
    ISSUER_OB1_ORIGIN_ONLY("issuer.ob1-origin-only"),
    ISSUER_NOT_NAMED_WHEN_REVOKED("issuer.not-named-when-revoked"),
    ISSUER_PROFILE_DIFFERS("issuer.profile-differs"),
    ISSUER_ADDRESS_DIFFERS("issuer.address-differs"),
    ISSUER_PROFILE_NOT_PUBLISHED("issuer.profile-not-published"),

    // proof
    PROOF_VERIFIED("proof.verified"),
    PROOF_MISSING("proof.missing"),
    PROOF_PART_OF_RECORD("proof.part-of-record"),
    PROOF_TOO_MANY_PROOFS("proof.too-many-proofs"),
    PROOF_SUITE_NOT_EXAMINED("proof.suite-not-examined"),
    PROOF_PREVIOUS_NOT_FOUND("proof.previous-proof-not-found"),
    PROOF_PREVIOUS_LOOPS("proof.previous-proof-loops"),
    PROOF_PREVIOUS_FAILED("proof.previous-proof-failed"),
    PROOF_WRONG_PURPOSE("proof.wrong-purpose"),
    PROOF_NO_VERIFICATION_METHOD("proof.no-verification-method"),
    PROOF_SIGNATURE_MALFORMED("proof.signature-malformed"),
    PROOF_CONTEXT_DIFFERS("proof.context-differs"),
    PROOF_EXPIRED("proof.expired"),
    PROOF_NOT_A_DATE("proof.not-a-date"),
    PROOF_DOCUMENT_UNSAFE("proof.document-unsafe"),
    PROOF_OPTIONS_UNSAFE("proof.options-unsafe"),
    PROOF_TOO_MUCH_WORK("proof.too-much-work"),
    PROOF_SIGNATURE_INVALID("proof.signature-invalid"),
    PROOF_STATEMENT_NOT_SIGNED("proof.statement-not-signed"),
    PROOF_BASE_ONLY("proof.base-proof-only"),
    PROOF_KEY_NOT_LISTED_BY_ISSUER("proof.key-not-listed-by-issuer"),
    PROOF_ISSUER_LISTS_TOO_MANY_KEYS("proof.issuer-lists-too-many-keys"),
    PROOF_KEY_REVOKED("proof.key-revoked"),
    PROOF_KEY_EXPIRED("proof.key-expired"),
    PROOF_KEY_NAME_UNKNOWN("proof.key-name-unknown"),
    PROOF_KEY_NOT_FOR_ASSERTION("proof.key-not-for-assertion"),
    PROOF_KEY_NOT_FOR_AUTHENTICATION("proof.key-not-for-authentication"),
    PROOF_KEY_NOT_EXAMINED("proof.key-not-examined"),
    PROOF_KEY_TOO_SHORT("proof.key-too-short"),
    PROOF_KEY_OF_AUTHORITY_ONLY("proof.key-of-authority-only"),
    PROOF_ISSUER_MISSING("proof.issuer-missing"),
    PROOF_ISSUER_KEYS_UNREACHABLE("proof.issuer-keys-unreachable"),
    PROOF_ISSUER_ID_NOT_RESOLVABLE("proof.issuer-id-not-resolvable"),
    PROOF_ISSUER_PUBLISHES_NO_KEYS("proof.issuer-publishes-no-keys"),
    PROOF_HOSTED_AS_SHOWN("proof.hosted-as-shown"),
    PROOF_HOSTED_DIFFERS("proof.hosted-differs"),
    PROOF_HOSTED_ID_MISSING("proof.hosted-id-missing"),
    PROOF_HOSTED_ID_NOT_AN_ADDRESS("proof.hosted-id-not-an-address"),
    PROOF_HOSTED_UNREACHABLE("proof.hosted-unreachable"),
    PROOF_HOSTED_OUT_OF_SCOPE("proof.hosted-out-of-scope"),
    PROOF_HOSTED_REVOKED("proof.hosted-revoked"),
    PROOF_HOSTED_STALE("proof.hosted-stale"),
    PROOF_HOSTED_COPY_DIFFERS("proof.hosted-copy-differs"),
    PROOF_HOSTED_ADDRESS_DIFFERS("proof.hosted-address-differs"),
    PROOF_HOSTED_ID_NOT_CONFIRMED("proof.hosted-id-not-confirmed"),
    PROOF_SCOPE_UNKNOWN("proof.scope-unknown"),
    PROOF_BADGE_CLASS_DIFFERS("proof.badge-class-differs"),
    PROOF_BADGE_CLASS_UNREACHABLE("proof.badge-class-unreachable"),
    PROOF_VERIFICATION_TYPE_UNKNOWN("proof.verification-type-unknown"),
    PROOF_VERIFICATION_TYPE_DIFFERS("proof.verification-type-differs"),
    PROOF_KEY_OWNER_DIFFERS("proof.key-owner-differs"),
    PROOF_KEY_OWNER_MISSING("proof.key-owner-missing"),
    PROOF_KEY_ADDRESS_DIFFERS("proof.key-address-differs"),
    PROOF_KEY_NOT_USABLE("proof.key-not-usable"),
    PROOF_OB1_NO_ADDRESS("proof.ob1-no-address"),
    PROOF_OB1_KEY_OF_SITE("proof.ob1-key-of-site"),
    PROOF_ALGORITHM_REFUSED("proof.algorithm-refused"),
    PROOF_ALGORITHM_NOT_EXAMINED("proof.algorithm-not-examined"),
    PROOF_CRITICAL_HEADER_UNKNOWN("proof.critical-header-unknown"),
    PROOF_PAYLOAD_NOT_ENCODED("proof.payload-not-encoded"),
    PROOF_CLAIM_CONTRADICTS("proof.claim-contradicts"),
    PROOF_CLAIMS_ABSENT("proof.claims-absent"),

    // refresh
    REFRESH_NONE("refresh.none"),
    REFRESH_REFRESHED("refresh.refreshed"),
    REFRESH_NOT_ASKED("refresh.not-asked"),
    REFRESH_TYPE_UNKNOWN("refresh.type-unknown"),
    REFRESH_UNREACHABLE("refresh.unreachable"),
    REFRESH_UNREADABLE("refresh.unreadable"),
    REFRESH_ANOTHER_CREDENTIAL("refresh.another-credential"),
    REFRESH_NOT_PROVEN("refresh.not-proven"),
    REFRESH_OLDER("refresh.older"),

    // validity
    VALIDITY_WITHIN("validity-period.within"),
    VALIDITY_WITHIN_TOLERANCE("validity-period.within-tolerance"),
    VALIDITY_NO_START("validity-period.no-start"),
    VALIDITY_NOT_YET("validity-period.not-yet-valid"),
    VALIDITY_EXPIRED("validity-period.expired"),
    VALIDITY_END_BEFORE_START("validity-period.end-before-start"),
    VALIDITY_NOT_A_DATE("validity-period.not-a-date"),

    // status
    STATUS_NONE("status.none"),
    STATUS_NOT_SET("status.not-set"),
    STATUS_REVOKED("status.revoked"),
    STATUS_SUSPENDED("status.suspended"),
    STATUS_MESSAGE_SET("status.message-set"),
    STATUS_FLAG_SET("status.flag-set"),
    STATUS_UPDATE_AVAILABLE("status.update-available"),
    STATUS_LIST_WITHOUT_ID("status.list-without-id"),
    STATUS_MESSAGES_MISSING("status.messages-missing"),
    STATUS_NUMERIC_INDEX("status.numeric-index"),
    STATUS_TYPE_UNKNOWN("status.type-unknown"),
    STATUS_ENTRY_MALFORMED("status.entry-malformed"),
    STATUS_TOO_MANY_ENTRIES("status.too-many-entries"),
    STATUS_LIST_UNREACHABLE("status.list-unreachable"),
    STATUS_LIST_STALE("status.list-stale"),
    STATUS_LIST_UNREADABLE("status.list-unreadable"),
    STATUS_LIST_ID_DIFFERS("status.list-id-differs"),
    STATUS_LIST_PURPOSE_DIFFERS("status.list-purpose-differs"),
    STATUS_LIST_ISSUER_DIFFERS("status.list-issuer-differs"),
    STATUS_LIST_NOT_PROVEN("status.list-not-proven"),
    STATUS_LIST_NOT_CURRENT("status.list-not-current"),
    STATUS_LIST_TOO_SHORT("status.list-too-short"),
    STATUS_LIST_TOO_LARGE("status.list-too-large"),
    STATUS_INDEX_OUT_OF_RANGE("status.index-out-of-range"),

    // recipient
    RECIPIENT_NOT_ASKED("recipient.not-asked"),
    RECIPIENT_MATCHES("recipient.matches"),
    RECIPIENT_OTHER_SPELLING("recipient.matches-in-another-spelling"),
    RECIPIENT_DIFFERS("recipient.differs"),
    RECIPIENT_NOT_NAMED("recipient.not-named"),
    RECIPIENT_HASH_NOT_MATCHED("recipient.hash-not-matched"),
    RECIPIENT_HASH_UNKNOWN("recipient.hash-unknown"),
    RECIPIENT_POLICY_MALFORMED("recipient.policy-malformed"),

    // evidence
    EVIDENCE_NONE("evidence.none"),
    EVIDENCE_LISTED("evidence.listed"),
    EVIDENCE_DESCRIBED("evidence.described"),
    EVIDENCE_DIGESTS_MATCH("evidence.digests-match"),
    EVIDENCE_NOT_ASKED("evidence.not-asked"),
    EVIDENCE_TYPE_WRONG("evidence.type-wrong"),
    EVIDENCE_DIGEST_UNKNOWN("evidence.digest-unknown"),
    EVIDENCE_UNREACHABLE("evidence.unreachable"),
    EVIDENCE_TOO_MANY("evidence.too-many"),
    EVIDENCE_DIGEST_DIFFERS("evidence.digest-differs"),

    // endorsements
    ENDORSEMENTS_NONE("endorsements.none"),
    ENDORSEMENTS_VERIFIED("endorsements.verified"),
    ENDORSEMENTS_NOT_VERIFIED("endorsements.not-verified"),
    ENDORSEMENTS_SUBJECT_DIFFERS("endorsements.subject-differs"),
    ENDORSEMENTS_TOO_MANY("endorsements.too-many"),
    ENDORSEMENTS_NOT_FOLLOWED("endorsements.not-followed"),

    // trust
    TRUST_NO_REGISTRY("trust.no-registry"),
    TRUST_KNOWN("trust.known"),
    TRUST_SUSPENDED("trust.suspended"),
    TRUST_NOT_YET("trust.not-yet-known"),
    TRUST_UNKNOWN("trust.unknown"),

    // any check
    SKIPPED_FORMAT("skipped.format-not-passed"),
    SKIPPED_PROOF("skipped.proof-not-passed"),
    DEADLINE_PASSED("deadline.passed"),
    INTERNAL_ERROR("internal.error");

    private final String code;

    ReasonCode(String code) {
        this.code = code;
    }

    /** The code in reports: the check, a dot, the reason. */
    public String code() {
        return code;
    }

    /**
     * A reason with this code.
     *
     * @param arguments the values of the sentence's placeholders, in order
     */
    public Reason with(String... arguments) {
        return Reason.of(code, arguments);
    }

    /** Whether a reason has this code. */
    public boolean is(Reason reason) {
        return code.equals(reason.code());
    }
}
