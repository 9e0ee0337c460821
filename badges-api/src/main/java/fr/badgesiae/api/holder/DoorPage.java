package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.html.Errors;

/** The fields of the door. */
public record DoorPage(String code, Errors errors) {}
