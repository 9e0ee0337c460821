package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;

/** What the acts of this feature share. */
record OfferDependencies(
        Database database,
        Ids ids,
        Clock clock,
        Audit audit,
        Organisations organisations,
        Achievements achievements,
        People people) {}
