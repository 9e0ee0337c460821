package fr.badgesiae.api.account;

/** A link that was used, is over or never was; which of them stays unsaid. */
public record LinkOverPage() {}
