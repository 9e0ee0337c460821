package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the answer to a person who asks which data an organisation has about them. The copy of the data is the export. */
public final class AnswerAccess {
    private final Organisations organisations;
    private final Messages messages;
    private final Clock clock;
    private final Platform platform;
    private final Supplier<List<PersonalData>> parts;

    AnswerAccess(Platform platform, Organisations organisations, Supplier<List<PersonalData>> parts) {
        this.platform = platform;
        this.organisations = organisations;
        this.messages = platform.pages().messages();
        this.clock = platform.clock();
        this.parts = parts;
    }

    /**
     * An answer.
     *
     * @param missing words of facts that the profile lacks
     */
    record Answer(String person, LegalText text, List<String> missing) {}

    /** @throws ProblemException NOT_FOUND for a person of another organisation */
    Answer apply(Principal reader, UUID person) {
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            FileContents file = FileContents.find(handle, parts.get(), reader.organisation(), person)
                    .orElseThrow(ProblemException::notFound);
            OrganisationProfile profile =
                    organisations.find(handle, reader.organisation()).orElseThrow(ProblemException::notFound);
            Facts facts = new Facts(messages, profile, reader.zone().today(clock))
                    .put("person", file.name())
                    .put("given", given(file.sheetOn()))
                    .put("until", until(file));
            LegalText text = LegalText.of(PackDocument.ANSWER, facts.all(), Map.of("sections", lines(file.sections())));
            return new Answer(file.name(), text, ShowPack.pack(facts).missing(PackDocument.ANSWER));
        });
    }

    private static String given(@Nullable LocalDate day) {
        return day == null
                ? "la feuille d’information n’est pas encore notée comme remise"
                : "la feuille d’information vous a été remise le " + Facts.day(day);
    }

    private static String until(FileContents file) {
        return file.held()
                ? "Votre dossier est gardé plus longtemps, à cause d’un litige"
                : "Votre dossier est gardé jusqu’au " + Facts.day(file.erasedOn()) + ", sauf nouvelle activité avant";
    }

    private List<String> lines(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(section -> section.getValue() > 0)
                .map(section -> messages.text(Locale.FRENCH, "privacy.section." + section.getKey()) + "\u00a0: "
                        + (section.getValue() == 1 ? "une ligne" : section.getValue() + " lignes"))
                .toList();
    }
}
