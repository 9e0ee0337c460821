package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Reads what the texts about an organisation say. */
public final class ShowPack {
    private final Organisations organisations;
    private final Messages messages;
    private final Clock clock;

    ShowPack(Platform platform, Organisations organisations) {
        this.organisations = organisations;
        this.messages = platform.pages().messages();
        this.clock = platform.clock();
    }

    /**
     * The facts of an organisation.
     *
     * @param missing words of facts that the profile lacks
     */
    record Pack(Facts facts, List<String> missing) {
        LegalText text(PackDocument document) {
            return LegalText.of(document, facts.all(), Map.of());
        }

        /** What this text lacks of the profile. */
        List<String> missing(PackDocument document) {
            return missing.stream().filter(LegalText.words(document)::contains).toList();
        }
    }

    /** @throws ProblemException NOT_FOUND for an unknown organisation */
    Pack apply(Principal reader) {
        OrganisationProfile profile = organisations.find(reader.organisation()).orElseThrow(ProblemException::notFound);
        return pack(new Facts(messages, profile, reader.zone().today(clock)));
    }

    static Pack pack(Facts facts) {
        List<String> missing = facts.all().entrySet().stream()
                .filter(fact -> Facts.OF_PROFILE.containsKey(fact.getKey())
                        && fact.getValue().missing())
                .map(Map.Entry::getKey)
                .toList();
        return new Pack(facts, missing);
    }
}
