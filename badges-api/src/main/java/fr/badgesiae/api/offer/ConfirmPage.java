package fr.badgesiae.api.offer;

/** A question before an act that cannot be undone; the texts are message keys. */
public record ConfirmPage(String title, String text, String detail, String action, String button, String back) {}
