package fr.badgesiae.api.credential;

/** How the holder's name appears in one edition. */
public enum NameChoice {
    FIRST_AND_INITIAL,
    FULL,
    NONE
}
