package fr.badgesiae.verifier;

/**
 * A fact that lets a reader reproduce a check by hand. Never fetched content, never a secret.
 *
 * @param key what the value is, such as {@code proof.documentHash}
 * @param value the value as text; bytes in lower-case hexadecimal
 * @param spec the clause it comes from, such as {@code vc-di-eddsa 3.2.4}
 */
public record Finding(String key, String value, String spec) {}
