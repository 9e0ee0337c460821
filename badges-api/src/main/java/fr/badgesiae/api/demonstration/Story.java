package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.account.DemonstrationAccounts;
import fr.badgesiae.api.organisation.OrganisationKind;
import fr.badgesiae.api.organisation.message.Audience;
import fr.badgesiae.api.organisation.message.MessageForm;
import fr.badgesiae.api.organisation.pause.PauseReason;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The invented past of the demonstration: a network, four structures, 25 people, three years. Every row is written by the acts
 * of the product, at the time of a clock of the story, so that no state stands there that the product cannot reach. Structures
 * touch nothing of each other: their days happen side by side, and wait for each other where the network or a job acts.
 */
final class Story {
    private static final int NETWORK_BEGINS = 1_100;
    private static final int WORKSHOP_JOINS = 1_090;
    private static final int GARDEN_JOINS = 800;
    private static final int HELP_JOINS = 420;
    private static final int HELP_IS_PAUSED = 21;
    private static final int LAST_ONE_JOINS = 20;
    private static final int OFFER_EXPIRES = 60;
    private static final int ERASURE_IS_ANNOUNCED = 10;
    private static final int NETWORK_WRITES = 3;
    private static final int LAST_ONE_IS_ASKED = 1;

    private final Assembly assembly;
    private final Instant now;
    private final StoryClock clock;
    private final Assembly.Past past;
    private final Timeline days;
    private final List<Timeline> structures = new ArrayList<>();
    private final UnaryOperator<String> passwords;

    /**
     * @param now the end of the past
     * @param passwords the password of a login
     */
    Story(Assembly assembly, Instant now, UnaryOperator<String> passwords) {
        this.assembly = assembly;
        this.now = now;
        this.clock = new StoryClock(now.minus(Duration.ofDays(NETWORK_BEGINS)));
        this.past = assembly.past(clock);
        this.days = new Timeline(clock, now);
        this.passwords = passwords;
    }

    /** What the story leaves. */
    record Told(OrganisationId network, Handout handout) {}

    /** Tells it into an empty database. */
    Told tell() {
        DemonstrationAccounts accounts = past.features().account().demonstration();
        OrganisationId network = accounts.network("Réseau Exemple");
        Principal first = member(network, Role.NETWORK_ADMIN, "reseau", "Noa Réseau");
        Principal second = member(network, Role.NETWORK_ADMIN, "reseau2", "Andréa Fédération");
        OrganisationId workshop = joins(
                first,
                WORKSHOP_JOINS,
                OrganisationKind.ACI,
                "90000000100009",
                "Atelier des Deux Rives",
                "Chantier d’insertion inventé pour la démonstration : petits travaux et espaces verts.");
        Principal direction = member(workshop, Role.ORG_ADMIN, "direction", "Camille Direction");
        WorkshopPeople workshopPeople =
                new WorkshopPeople(structure(member(workshop, Role.COUNSELLOR, "conseil", "Dominique Conseil")));
        Principal supervisor = member(workshop, Role.EVALUATOR, "encadrement", "Dany Encadrement");
        workshopPeople.supervised(direction, supervisor);
        OrganisationId garden = joins(
                first,
                GARDEN_JOINS,
                OrganisationKind.EI,
                "90000000200007",
                "Jardins de l’Exemple",
                "Entreprise d’insertion inventée pour la démonstration : maraîchage et vente.");
        member(garden, Role.ORG_ADMIN, "direction2", "Swann Gérance");
        GardenPeople gardenPeople =
                new GardenPeople(structure(member(garden, Role.COUNSELLOR, "conseil2", "Morgan Accompagnement")));
        OrganisationId help = joins(
                first,
                HELP_JOINS,
                OrganisationKind.AI,
                "90000000300005",
                "Coup de Main Exemple",
                "Association intermédiaire inventée pour la démonstration : ménage et jardinage chez des particuliers.");
        HelpPeople helpPeople = new HelpPeople(structure(member(help, Role.ORG_ADMIN, "direction3", "Maud Bureau")));
        Principal placement = member(garden, Role.PLACEMENT_OFFICER, "placement", "Charlie Placement");
        accounts.alsoWorks(placement.account(), help, Role.PLACEMENT_OFFICER);
        OrganisationId last = joins(
                second,
                LAST_ONE_JOINS,
                OrganisationKind.ETTI,
                "90000000400003",
                "Intérim de l’Exemple",
                "Entreprise de travail temporaire d’insertion inventée pour la démonstration.");
        workshopPeople.tell(direction, supervisor);
        workshopPeople.seen(supervisor);
        gardenPeople.tell();
        helpPeople.tell();
        days.on(HELP_IS_PAUSED, () -> {
            Instant asked = ask(first, help, PauseReason.INFORMATION, "Le numéro de téléphone publié ne répond plus.");
            past.features().organisation().pauses().confirm().apply(network, second.account(), help, asked);
        });
        days.on(NETWORK_WRITES, () -> write(first));
        days.on(
                LAST_ONE_IS_ASKED,
                () -> ask(second, last, PauseReason.AGREEMENT, "La convention n’est pas encore signée."));
        days.on(OFFER_EXPIRES, () -> run("expire-offers"));
        days.on(ERASURE_IS_ANNOUNCED, () -> run("erase-due-files"));
        for (int day : List.of(OFFER_EXPIRES, HELP_IS_PAUSED, ERASURE_IS_ANNOUNCED, LAST_ONE_IS_ASKED, 0)) {
            structures.parallelStream().forEach(structure -> structure.playUntil(day));
            days.playUntil(day);
        }
        clock.set(now);
        run("forget-shown-cards");
        run("sign-status-lists");
        return new Told(network, workshopPeople.handout());
    }

    private Structure structure(Principal member) {
        StoryClock own = new StoryClock(clock.instant());
        Timeline timeline = new Timeline(own, now);
        structures.add(timeline);
        return new Structure(assembly.past(own), timeline, member);
    }

    private OrganisationId joins(
            Principal by, int daysAgo, OrganisationKind kind, String siret, String name, String description) {
        clock.set(days.morning(daysAgo));
        return past.features()
                .organisation()
                .demonstration(by.organisation(), by.account(), kind, siret, name, description);
    }

    private Principal member(OrganisationId organisation, Role role, String login, String name) {
        return past.features()
                .account()
                .demonstration()
                .member(organisation, role, login, name, passwords.apply(login));
    }

    /** A message that the members still read today. */
    private void write(Principal by) {
        MessageForm form = new MessageForm(
                "Rencontre des référents badges",
                "Rendez-vous le premier mardi du mois, de 10 h à 12 h, dans les locaux du Réseau Exemple.\n"
                        + "Chaque structure apporte un badge dont elle est fière.",
                days.day(0).plusDays(30).toString(),
                Audience.EVERYBODY.name());
        boolean sent =
                past.features().organisation().messages().send().apply(by, form).isEmpty();
        require(sent, "the network's message was not sent");
    }

    private Instant ask(Principal by, OrganisationId organisation, PauseReason reason, String note) {
        past.features()
                .organisation()
                .pauses()
                .ask()
                .apply(by.organisation(), by.account(), organisation, reason, note);
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What time alone brings. */
    private void run(String job) {
        past.features().contributions().jobs().stream()
                .filter(one -> one.name().equals(job))
                .findFirst()
                .orElseThrow()
                .act()
                .run();
    }

    /** An act of the story that did not do what the story says. */
    static void require(boolean done, String otherwise) {
        if (!done) {
            throw new IllegalStateException(otherwise);
        }
    }
}
