package fr.badgesiae.api.award;


/** The choices: name and evidence. */
public record ClaimNamePage(ClaimText text, String name, boolean evidence, boolean inPerson) {}
