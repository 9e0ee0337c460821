package fr.badgesiae.api.platform.personal;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;

/** What one organisation has about one person. */
public record DeskFile(OrganisationId organisation, UUID person) {}
