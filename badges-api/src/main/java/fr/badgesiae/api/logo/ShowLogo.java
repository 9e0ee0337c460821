package fr.badgesiae.api.logo;

import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads the logo of an organisation, or draws one from its name. */
final class ShowLogo {
    private final Database database;

    ShowLogo(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for an unknown organisation */
    StoredImage apply(OrganisationId organisation) {
        LogoRow row = database.look(handle -> handle.attach(LogoDao.class).find(organisation.value()))
                .orElseThrow(ProblemException::notFound);
        return row.imageType() == null || row.image() == null
                ? DefaultImage.drawLogo(row.publicName())
                : new StoredImage(row.imageType(), row.image());
    }
}
