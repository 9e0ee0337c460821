package fr.badgesiae.api.keys;

/** Where a key is in its life; every key stays published. */
public enum KeyState {
    ACTIVE,
    /** Signs nothing more; what it signed stays authentic. */
    RETIRED,
    /** Proves nothing any more. */
    COMPROMISED
}
