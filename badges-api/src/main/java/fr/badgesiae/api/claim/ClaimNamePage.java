package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.OfferText;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The choices: name and evidence. */
public record ClaimNamePage(OfferText text, String name, boolean evidence, boolean inPerson) {

    /** The names to choose from, each as it would be shown. */
    public Map<String, String> options(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(NameChoice.FIRST_AND_INITIAL.name(), text.shortName());
        options.put(NameChoice.FULL.name(), text.fullName());
        options.put(NameChoice.NONE.name(), context.t("award.claim.name.none"));
        return options;
    }
}
