package fr.badgesiae.api.person;

/** One worker at the desk. */
public record PersonPage(Person person) {}
