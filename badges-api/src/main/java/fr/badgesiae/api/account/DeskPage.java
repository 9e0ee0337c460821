package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.Suspension;
import fr.badgesiae.api.platform.auth.Role;

/**
 * What somebody sees who just came in: the next things to do, by role.
 *
 * @param pause what the organisation is under, or null
 */
public record DeskPage(String name, Role role, Suspension pause) {}
