package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.observation.content.ClientCodeId;
import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads a code for clients, to be printed. */
final class ShowClientCode {
    private final Platform platform;
    private final ClientCodes codes;

    ShowClientCode(Platform platform, ClientCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    /** What a page shows of it. */
    record Shown(ClientCode about, Code code) {}

    /** @throws ProblemException NOT_FOUND for a code of a person whom the member may not observe */
    Shown apply(Principal by, ClientCodeId id) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ClientCodeDao.CodeRow row = handle.attach(ClientCodeDao.class)
                    .find(id.value(), by.organisation().value(), Reach.of(by).member())
                    .orElseThrow(ProblemException::notFound);
            return new Shown(ClientCode.of(row, by.zone().today(platform.clock())), codes.open(id, row.codeSealed()));
        });
    }
}
