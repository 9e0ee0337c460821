package fr.badgesiae.api.assertion;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import java.util.UUID;

/** The permanent addresses of Open Badges 2.0 documents; each is the id of what it serves. */
final class Ob2Addresses {
    private final Settings settings;

    Ob2Addresses(Settings settings) {
        this.settings = settings;
    }

    String issuer(OrganisationId organisation) {
        return settings.url("/v2/issuers/" + organisation);
    }

    /** @param version such as {@code <achievement>/1}, as in the address of the Achievement */
    String badgeClass(String version) {
        return settings.url("/v2/badgeclasses/" + version);
    }

    String key(UUID key) {
        return settings.url("/v2/keys/" + key);
    }

    String revocations(OrganisationId organisation) {
        return settings.url("/v2/revocations/" + organisation);
    }

    String hosted(UUID assertion) {
        return settings.url("/v2/assertions/" + assertion);
    }

    /** A signed assertion is at no address (ob-2.0 Assertion). */
    static String signed(UUID assertion) {
        return "urn:uuid:" + assertion;
    }

    /** The page of the organisation, where it names no site of its own. */
    String page(OrganisationId organisation) {
        return settings.url("/issuers/" + organisation);
    }
}
