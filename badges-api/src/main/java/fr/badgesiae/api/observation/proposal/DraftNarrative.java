package fr.badgesiae.api.observation.proposal;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The first words of an offer: one sentence for each task of the badge that the person was seen to do, in the badge's language and
 * without a word that has a gender. A member changes them as they like.
 */
public final class DraftNarrative {
    private DraftNarrative() {}

    /** The words; empty when no task was seen. */
    public static String read(Handle handle, OrganisationId organisation, PersonId person, AchievementId badge) {
        return write(handle.attach(ProposalDao.class).seen(organisation.value(), person.value(), badge.value()));
    }

    static String write(List<ProposalDao.TaskRow> tasks) {
        return tasks.stream().map(DraftNarrative::sentence).collect(Collectors.joining("\n"));
    }

    private static String sentence(ProposalDao.TaskRow row) {
        String task = row.task().strip().replaceFirst("[\\s.;,!…]+$", "");
        boolean english = "en".equals(row.language());
        String help = row.alone() ? english ? "without help" : "sans aide" : english ? "with help" : "avec de l’aide";
        return task + ", " + help + ".";
    }
}
