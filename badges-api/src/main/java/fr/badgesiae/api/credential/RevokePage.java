package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The question before a badge is taken back.
 *
 * @param reason what was chosen, or null
 * @param note what was typed
 */
public record RevokePage(String path, String badge, String person, String reason, String note, Errors errors) {
    /** The reasons a counsellor may give, in the reader's words. */
    public static Map<String, String> reasons(PageContext context) {
        Map<String, String> reasons = new LinkedHashMap<>();
        Arrays.stream(PublicReason.values())
                .filter(PublicReason::atDesk)
                .forEach(reason -> reasons.put(reason.name(), context.t("credential.reason." + reason.name())));
        return reasons;
    }
}
