package fr.badgesiae.api.organisation.pause;

import java.util.UUID;

/** An organisation whose pause was asked for and has not taken effect. */
public record AskedLine(UUID id, String legalName) {}
