package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.util.List;
import java.util.function.Supplier;

/** The parts of the French texts. */
public final class PackModule {
    private final List<Object> resources;

    public PackModule(Platform platform, Organisations organisations, Supplier<List<PersonalData>> parts) {
        this.resources = List.of(
                new PackPages(platform, new ShowPack(platform, organisations)),
                new AnswerPages(platform, new AnswerAccess(platform, organisations, parts)));
    }

    public List<Object> resources() {
        return resources;
    }
}
