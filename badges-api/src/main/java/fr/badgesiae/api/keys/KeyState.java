package fr.badgesiae.api.keys;

/** States of a key; a key is published in every state. */
public enum KeyState {
    ACTIVE,
    /** Signs no longer; its past signatures stay authentic. */
    RETIRED,
    /** Its signatures prove nothing, past ones included. */
    COMPROMISED
}
