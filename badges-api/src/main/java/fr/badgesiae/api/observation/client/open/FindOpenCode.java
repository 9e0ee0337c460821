package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;

/** Finds what a client is asked, by the code on the time sheet. */
final class FindOpenCode {
    private final Platform platform;
    private final ClientCodes codes;

    FindOpenCode(Platform platform, ClientCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    Optional<OpenCode> apply(Code code) {
        byte[] lookup = codes.lookup(code);
        return platform.database()
                .look(handle -> handle.attach(OpenCodeDao.class).locate(lookup))
                .flatMap(found -> platform.database()
                        .inOrganisation(
                                new OrganisationId(found.organisationId()),
                                handle ->
                                        handle.attach(OpenCodeDao.class).find(found.codeId(), found.organisationId())))
                .map(row -> OpenCode.of(row, platform.clock()));
    }
}
