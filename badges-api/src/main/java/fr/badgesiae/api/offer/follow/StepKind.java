package fr.badgesiae.api.offer.follow;

/** What was done while an offer waited. */
public enum StepKind {
    /** Its end was moved. */
    PROLONGED,
    /** Its slip was handed over again. */
    GIVEN_AGAIN,
    /** Its person was reminded. */
    REMINDED
}
