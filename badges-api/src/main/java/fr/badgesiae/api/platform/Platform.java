package fr.badgesiae.api.platform;

import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.limits.Throttles;
import fr.badgesiae.api.platform.mail.Outbox;
import java.time.Clock;

/** The shared objects that each feature module receives. */
public record Platform(
        Settings settings,
        Database database,
        Clock clock,
        Ids ids,
        Vault vault,
        Passwords passwords,
        Audit audit,
        Pages pages,
        Throttles throttles,
        Outbox outbox) {}
