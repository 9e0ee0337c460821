package fr.badgesiae.verifier.recipient;

/** A difference between two spellings of one name or e-mail address. */
enum Difference {
    /** Capital letters. */
    CASE,
    /** The order of given name and family name. */
    ORDER,
    ACCENTS,
    HYPHENS
}
