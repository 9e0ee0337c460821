package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.auth.Role;

/** What somebody sees who just came in: the next things to do, by role. */
public record DeskPage(String name, Role role) {}
