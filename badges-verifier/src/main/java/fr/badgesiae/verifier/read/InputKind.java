package fr.badgesiae.verifier.read;

/** The detected format of a submission. */
public enum InputKind {
    /** A W3C credential in JSON with an embedded proof. */
    OB3_JSON,
    /** A W3C credential as a compact JWS, its claims at the top level (OB 3.0, VC 2.0) or under {@code vc} (VC 1.1). */
    OB3_JWT,
    PNG,
    JPEG,
    SVG,
    PDF,
    OB2_JSON,
    OB2_JWS,
    OB1_JSON,
    OB1_JWS,
    PRESENTATION,
    ENVELOPED,
    /** A list, or a JSON object or string around credentials; also a credential inside a learner record. */
    WRAPPED,
    SD_JWT,
    UNKNOWN
}
