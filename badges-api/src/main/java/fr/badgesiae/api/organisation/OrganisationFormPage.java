package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The network's form of a new organisation. */
public record OrganisationFormPage(OrganisationForm form, Errors errors) {
    /** Kind by its word; nothing is chosen beforehand. */
    public Map<String, String> kinds(PageContext context) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", context.t("organisation.kind.choose"));
        OrganisationForm.KINDS.forEach(kind -> kinds.put(kind, context.t("organisation.kind." + kind)));
        return kinds;
    }
}
