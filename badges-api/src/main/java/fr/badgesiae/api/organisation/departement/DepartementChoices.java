package fr.badgesiae.api.organisation.departement;

import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of a list that is filtered by département. */
public final class DepartementChoices {
    private DepartementChoices() {}

    /** Every département by code, after a first choice of all. */
    public static Map<String, String> of(PageContext context) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", context.t("organisation.departement.all"));
        Departements.names()
                .forEach((code, name) -> choices.put(code, context.t("organisation.departement.option", code, name)));
        return choices;
    }
}
