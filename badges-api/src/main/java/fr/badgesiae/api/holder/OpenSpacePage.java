package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.html.Errors;

/** The fields of the door. */
public record OpenSpacePage(String code, Errors errors) {}
