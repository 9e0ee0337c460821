package fr.badgesiae.api.observation.proposal;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.time.LocalDate;
import java.util.List;

/** Lists the people and badges that meet the rule, what was seen last first. */
public final class ListProposals {
    private static final int MOST = 200;

    private final Platform platform;

    ListProposals(Platform platform) {
        this.platform = platform;
    }

    /**
     * A person and a badge.
     *
     * @param seen how many observations count
     * @param members how many people noted them
     */
    public record Proposal(
            PersonId person,
            String name,
            AchievementId badge,
            String badgeName,
            long seen,
            long members,
            LocalDate first,
            LocalDate last) {
        /** The form of the offer, with its first words. */
        public String path() {
            return "/app/offers/new?worker=" + person + "&badge=" + badge + "&seen=yes";
        }
    }

    public List<Proposal> apply(OrganisationId organisation) {
        return platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(ProposalDao.class)
                                .met(ProposalRule.met(":organisation", ""), organisation.value(), MOST))
                .stream()
                .map(row -> new Proposal(
                        new PersonId(row.workerId()),
                        Person.fullName(row.firstName(), row.lastName()),
                        new AchievementId(row.achievementId()),
                        row.badge(),
                        row.seen(),
                        row.members(),
                        row.first(),
                        row.last()))
                .toList();
    }
}
