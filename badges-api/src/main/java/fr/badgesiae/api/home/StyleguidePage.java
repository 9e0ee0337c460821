package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.html.Errors;
import java.util.List;

/**
 * All components.
 *
 * @param errors of a form that was filled in badly
 */
public record StyleguidePage(Errors errors) {
    /** Names of the pictograms. */
    public List<String> icons() {
        return List.of(
                "success",
                "info",
                "warning",
                "error",
                "clock",
                "pause",
                "withdrawn",
                "question",
                "scan",
                "slip",
                "key",
                "person",
                "people",
                "badge",
                "house",
                "phone",
                "calendar",
                "print",
                "share",
                "lock",
                "eye",
                "eye-off",
                "download",
                "text",
                "card",
                "plus",
                "close",
                "pen",
                "link");
    }
}
