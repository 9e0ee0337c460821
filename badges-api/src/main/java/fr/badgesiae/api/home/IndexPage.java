package fr.badgesiae.api.home;

/** The front door: says the same to everybody. */
public record IndexPage() {}
