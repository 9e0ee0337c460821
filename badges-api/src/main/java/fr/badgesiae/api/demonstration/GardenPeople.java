package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.reopening.ReopeningReason;

/** The gardens: another structure of the network, whose people the workshop does not see. */
final class GardenPeople {
    private final Structure garden;

    GardenPeople(Structure garden) {
        this.garden = garden;
    }

    void tell() {
        garden.publishes(790, BadgeTexts.GARDEN);
        garden.publishes(790, BadgeTexts.ON_TIME);
        garden.publishes(600, BadgeTexts.STALL);
        garden.publishes(410, BadgeTexts.TILLER);
        garden.rewrites(6, BadgeTexts.STALL_DRAFT, false);
        garden.asksPassIae();
        Life mae = garden.person("Maé", "Essai").arrives(360).pathway(358, 24, "99999 00 00007");
        mae.offered(310, BadgeTexts.ON_TIME.name(), "Maé ouvre la serre à sept heures depuis le printemps.")
                .accepted(308);
        mae.offered(20, BadgeTexts.GARDEN.name(), "Maé taille, arrose et choisit ses outils sans qu’on le lui dise.")
                .accepted(19)
                .shown(15, "Dossier pour une formation", 365)
                .read(10, 2);
        garden.person("Rosa", "Pochoir")
                .arrives(260)
                .pathway(255, 12, "")
                .offered(194, BadgeTexts.TILLER.name(), "Rosa a préparé deux parcelles et nettoyé la machine.")
                .accepted(193)
                .shown(150, "Recherche d’emploi agricole", 365)
                .read(120, 4);
        garden.person("Chloé", "Conte")
                .arrives(230)
                .pathway(226, 18, "")
                .offered(140, BadgeTexts.STALL.name(), "Chloé présente les légumes et répond aux clients.")
                .accepted(138)
                .shown(130, "Boutique du centre", 365)
                .read(125, 6)
                .badge()
                .revoked(25, PublicReason.HOLDER_REQUEST, "Demandé par la personne.");
        Life duc = garden.person("Duc", "Légende").arrives(170).pathway(168, 24, "99999 00 00008");
        duc.offered(90, BadgeTexts.ON_TIME.name(), "Duc arrive chaque jour avant l’équipe.")
                .accepted(88, NameChoice.NONE, false)
                .shown(80, "Sans mon nom", 365)
                .badge()
                .paused(60, PublicReason.PAUSED_TO_CHECK, "Revoir les feuilles d’heures du mois avec l’encadrante.")
                .resumed(57);
        duc.asksForNewCard(0, ReopeningReason.FORGOTTEN_PIN);
        garden.person("Elena", "Mirage")
                .arrives(70)
                .pathway(68, 12, "")
                .offered(8, BadgeTexts.GARDEN.name(), "Désherbe et trie les déchets verts.")
                .disputed(6, Dispute.NOT_ME);
        garden.person("Nour", "Maquette")
                .arrives(40)
                .pathway(39, 18, "")
                .offered(5, BadgeTexts.ON_TIME.name(), "Nour prévient toujours quand le car est en retard.")
                .printed(5);
        garden.person("Ibrahim", "Décor", PersonKind.PERMANENT).file(1);
    }
}
