package fr.badgesiae.api.journal;

import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal as one sentence.
 *
 * @param actor the name of a member of this organisation
 * @param network the name of a member of its network
 * @param person whom the act concerns; null after erasure, or when it concerns nobody
 * @param thing the name of the badge, member, organisation or signer that the act concerns
 * @param path the page of what the act concerns, or null when there is none any more
 */
public record JournalLine(
        Instant at,
        String code,
        Actor.Kind by,
        @Nullable String actor,
        @Nullable String network,
        @Nullable String person,
        @Nullable String thing,
        @Nullable String path)
        implements PersonHistory.Line {
    /** Acts of people that the service or its operator did for them: a service joins no team. */
    private static final Set<String> FOR_SOMEBODY =
            Set.of("MEMBER_JOINED", "ADMIN_CREATED", "ADMIN_RECOVERED", "ORGANISATION_CREATED");

    /**
     * @param reader the organisation that reads the line
     * @param network whether it is a network
     * @param members whether the reader may open the list of members
     */
    static JournalLine of(JournalDao.LineRow row, OrganisationId reader, boolean network, boolean members) {
        return new JournalLine(
                row.createdAt(),
                row.code(),
                row.actorKind(),
                row.actorName(),
                row.networkName(),
                row.workerName(),
                row.thing(),
                path(row, reader, network, members));
    }

    private static @Nullable String path(
            JournalDao.LineRow row, OrganisationId reader, boolean network, boolean members) {
        String kind = row.subjectKind();
        UUID subject = row.subjectId();
        if (kind == null || subject == null) {
            return null;
        }
        return switch (kind) {
            case "WORKER", "AWARD" -> ofWorker(row, "");
            case "PATHWAY" -> ofWorker(row, "/pathways");
            case "REOPENING" -> ofWorker(row, "/access");
            case "OFFER" -> row.workerId() == null ? null : "/app/offers/" + subject;
            case "CREDENTIAL" -> row.workerId() == null ? null : "/app/credentials/" + subject;
            case "ACHIEVEMENT" -> "/app/badges/" + subject;
            case "MEMBER" -> network || !members ? null : "/app/members";
            case "SIGNER" -> "/app/trust/" + subject;
            case "ORGANISATION" -> ofOrganisation(subject, reader, network);
            default -> null;
        };
    }

    private static @Nullable String ofWorker(JournalDao.LineRow row, String below) {
        return row.workerId() == null ? null : "/app/workers/" + row.workerId() + below;
    }

    private static @Nullable String ofOrganisation(UUID subject, OrganisationId reader, boolean network) {
        if (network) {
            return subject.equals(reader.value()) ? null : "/app/organisations/" + subject;
        }
        return "/app/organisation";
    }

    /** The sentence: who did what, to whom. */
    @Override
    public String text(PageContext context) {
        String whom = person == null ? context.t("journal.somebody") : person;
        String what = thing == null ? context.t("journal.something") : context.t("journal.named", thing);
        String key = by == Actor.Kind.SYSTEM && FOR_SOMEBODY.contains(code) ? "journal.service." : "journal.act.";
        return context.t(key + code, actor(context), whom, what);
    }

    private String actor(PageContext context) {
        return switch (by) {
            case SYSTEM -> context.t("journal.actor.service");
            case ACCOUNT -> actor == null ? ofNetwork(context) : actor;
            case HOLDER, SLIP -> person == null ? context.t("journal.actor.erased") : person;
        };
    }

    private String ofNetwork(PageContext context) {
        return network == null ? context.t("journal.actor.network") : context.t("journal.actor.in-network", network);
    }
}
