package fr.badgesiae.api.claim;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;

/** What the acts of this feature share. */
record ClaimDependencies(
        Database database,
        Passwords passwords,
        Ids ids,
        Clock clock,
        Audit audit,
        Organisations organisations,
        People people,
        RecoveryCards cards,
        Visits visits) {}
