package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import java.nio.charset.StandardCharsets;

/** Seals PASS IAE numbers for storage. The seal is bound to one pathway of one organisation. */
final class SealPassIae {
    private final Vault vault;

    SealPassIae(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(OrganisationId organisation, PathwayId pathway, PassIae pass) {
        return vault.seal(pass.value().getBytes(StandardCharsets.US_ASCII), context(organisation, pathway));
    }

    PassIae open(OrganisationId organisation, PathwayId pathway, byte[] sealed) {
        return new PassIae(new String(vault.open(sealed, context(organisation, pathway)), StandardCharsets.US_ASCII));
    }

    private static String context(OrganisationId organisation, PathwayId pathway) {
        return "pathway.pass_iae|" + pathway + "|" + organisation;
    }
}
