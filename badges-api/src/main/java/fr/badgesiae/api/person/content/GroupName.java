package fr.badgesiae.api.person.content;

import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group to choose or to name. */
public record GroupName(GroupId id, GroupKind kind, String name) {
    /** Most groups of an organisation that are not archived. */
    public static final int MOST = 200;

    /** With the word of its kind, where groups of several kinds stand together. */
    public String text(PageContext context) {
        return context.t("worker.group.named", context.t(kind.key()), name);
    }

    /**
     * Groups as the options of a form, by id.
     *
     * @param none the key of the first option, which chooses no group
     */
    public static Map<String, String> options(PageContext context, String none, List<GroupName> groups) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", context.t(none));
        groups.forEach(group -> options.put(group.id().toString(), group.text(context)));
        return options;
    }
}
