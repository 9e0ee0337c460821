package fr.badgesiae.api.platform.auth.passkey;

/** What a challenge is signed for: a closed list, stored in {@code passkey_challenge.ceremony}. */
public enum Ceremony {
    /** {@code navigator.credentials.create} */
    REGISTRATION,
    /** {@code navigator.credentials.get} */
    ASSERTION
}
