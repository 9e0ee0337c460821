package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Wires the information sheets of people into the feature, whose other rooms do not know it. */
public final class NoticeModule {
    private NoticeModule() {}

    /** Adds the pages; before the first request. */
    public static void addTo(PersonModule person, Platform platform, Organisations organisations) {
        person.add(
                List.of(
                        new NoticePages(platform, person.people(), organisations),
                        new SheetsPages(platform, person.people(), organisations)),
                List.of());
    }
}
