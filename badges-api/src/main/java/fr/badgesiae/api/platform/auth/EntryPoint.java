package fr.badgesiae.api.platform.auth;

/** Pages of features that the platform links or redirects to. */
public enum EntryPoint {
    /** The form that opens a desk session; takes the path to return to as {@code next}. */
    SIGN_IN,
    /** The form that wakes a sleeping desk session. */
    WAKE,
    /** Ends the desk session; POST only. */
    SIGN_OUT,
    /** The first page of the desk. */
    DESK,
    /** Where a member changes to another organisation. */
    PLACES,
    /** Takes the words of a search as {@code words}; POST. */
    SEARCH,
    /** The form that opens a holder session. */
    HOLDER,
    /** The form that opens a claim session. */
    CLAIM
}
