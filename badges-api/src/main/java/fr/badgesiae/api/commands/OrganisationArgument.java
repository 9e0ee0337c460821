package fr.badgesiae.api.commands;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.StartRefused;

/** The option {@code --organisation}. */
final class OrganisationArgument {
    private OrganisationArgument() {}

    /** @throws StartRefused for what is no id */
    static OrganisationId parse(String text) {
        try {
            return OrganisationId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new StartRefused(
                    "--organisation attend l’identifiant de la structure, à la fin de son adresse publique /issuers/….",
                    "--organisation expects the id of the organisation, the end of its public address /issuers/….");
        }
    }
}
