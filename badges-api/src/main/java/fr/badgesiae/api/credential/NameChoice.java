package fr.badgesiae.api.credential;

/** Form of the holder's name in one edition. */
public enum NameChoice {
    FIRST_AND_INITIAL,
    FULL,
    NONE
}
