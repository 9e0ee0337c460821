package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;
import java.util.Locale;

/** The fictitious workers of a demonstration. */
public final class DemonstrationPeople {
    private static final List<PersonForm> FIRST = List.of(
            new PersonForm("Alix", "Exemple"), new PersonForm("Sacha", "Modèle"), new PersonForm("Lou", "Échantillon"));
    private static final List<PersonForm> SECOND =
            List.of(new PersonForm("Charlie", "Essai"), new PersonForm("Nour", "Maquette"));

    private final CreatePerson create;
    private final RecordNotice record;

    DemonstrationPeople(Platform platform, Organisations organisations) {
        this.create = new CreatePerson(platform);
        this.record = new RecordNotice(platform, organisations);
    }

    /** Creates a few workers of one organisation. The first has received the information notice. */
    public PersonId seed(Principal counsellor, boolean first) {
        List<PersonId> made = (first ? FIRST : SECOND)
                .stream().map(names -> create.apply(counsellor, names)).toList();
        record.apply(counsellor, made.get(0), new NoticeDay("today", ""), Locale.FRENCH);
        return made.get(0);
    }
}
