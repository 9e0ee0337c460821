package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.person.content.PersonKind;

/** A structure that its network has paused: its badges stay, nothing new is awarded. */
final class HelpPeople {
    private final Structure help;

    HelpPeople(Structure help) {
        this.help = help;
    }

    void tell() {
        help.publishes(415, BadgeTexts.HOUSEHOLD);
        help.publishes(415, BadgeTexts.CLIENT);
        help.person("Samba", "Chimère")
                .arrives(320)
                .pathway(318, 24, "")
                .offered(210, BadgeTexts.HOUSEHOLD.name(), "Samba entretient quatre logements chaque semaine.")
                .accepted(208)
                .shown(200, "Nouvelle mission", 365)
                .read(190, 3);
        help.person("Hawa", "Pastiche", PersonKind.VOLUNTEER)
                .arrives(150)
                .offered(28, BadgeTexts.CLIENT.name(), "Hawa dit clairement ce qu’elle a fait et ce qui reste à faire.")
                .printed(28);
        help.person("Louis", "Aquarelle")
                .arrives(140)
                .pathway(139, 12, "")
                .offered(52, BadgeTexts.CLIENT.name(), "Louis se présente et écoute la demande jusqu’au bout.")
                .acceptedInPerson(52);
    }
}
