package fr.badgesiae.api.offer.history;

/** How a person was reminded, or got their slip again; the service sends nothing for this. */
public enum StepWay {
    IN_PERSON,
    PHONE,
    POST
}
