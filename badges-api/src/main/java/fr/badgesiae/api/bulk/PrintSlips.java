package fr.badgesiae.api.bulk;

import fr.badgesiae.api.offer.OfferAudit;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens the slips of many offers for one print; each slip leaves an audit line, as one printed alone does. */
public final class PrintSlips {
    /** The most slips of one print. */
    public static final int MOST = 300;

    /** Locked together: a print of many never holds more offers than this from those who answer. */
    private static final int BATCH = 50;

    private final Database database;
    private final Organisations organisations;
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    PrintSlips(Platform platform, Organisations organisations, Slips slips) {
        this.database = platform.database();
        this.organisations = organisations;
        this.slips = slips;
        this.clock = platform.clock();
        this.audit = platform.audit();
    }

    /**
     * A slip in clear.
     *
     * @param follower the name of the member who follows the offer, or null
     */
    public record Slip(
            String fullName,
            String shortName,
            String badge,
            Instant ends,
            SlipSecrets.Clear secrets,
            @Nullable String follower) {}

    /**
     * What is printed.
     *
     * @param slips by last name
     * @param closed chosen offers that have no open slip any more: answered, ended or cancelled since, or locked
     */
    public record Printed(List<Slip> slips, int closed, OrganisationProfile organisation) {}

    /** @param offers those that are open, in the order of their slips */
    private record Chosen(List<UUID> offers, OrganisationProfile organisation) {}

    /**
     * The slips in clear; those that are closed are left out.
     *
     * @param offers {@link #MOST} at most
     * @throws fr.badgesiae.api.platform.problem.ProblemException PAUSED while the organisation may not offer
     */
    public Printed apply(OrganisationId organisation, AccountId by, Set<OfferId> offers) {
        if (offers.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " slips");
        }
        UUID[] ids = offers.stream().map(OfferId::value).toArray(UUID[]::new);
        Chosen chosen = database.inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            return new Chosen(
                    handle.attach(SlipDao.class).ordered(organisation.value(), ids, clock.instant()),
                    organisations.find(handle, organisation).orElseThrow());
        });
        List<UUID> ordered = chosen.offers();
        List<Slip> printed = new ArrayList<>(ordered.size());
        for (int from = 0; from < ordered.size(); from += BATCH) {
            List<UUID> batch = ordered.subList(from, Math.min(ordered.size(), from + BATCH));
            printed.addAll(batch(organisation, by, batch));
        }
        return new Printed(List.copyOf(printed), offers.size() - printed.size(), chosen.organisation());
    }

    /** Each is on record before it is shown: after a fault in a later batch the record says more than was seen, never less. */
    private List<Slip> batch(OrganisationId organisation, AccountId by, List<UUID> offers) {
        return database.inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            SlipDao dao = handle.attach(SlipDao.class);
            List<SlipDao.SlipRow> rows = dao.lock(organisation.value(), offers.toArray(UUID[]::new), clock.instant());
            UUID[] open = rows.stream().map(SlipDao.SlipRow::id).toArray(UUID[]::new);
            dao.printed(organisation.value(), open);
            audit.recordAll(
                    handle,
                    rows.stream()
                            .map(row ->
                                    new AuditEvent(organisation, Actor.account(by), OfferAudit.SLIP_PRINTED, row.id()))
                            .toList());
            return rows.stream().map(this::slip).toList();
        });
    }

    private Slip slip(SlipDao.SlipRow row) {
        return new Slip(
                Person.fullName(row.firstName(), row.lastName()),
                Person.shortName(row.firstName(), row.lastName()),
                row.badge(),
                row.endsAt(),
                slips.open(row.id(), Objects.requireNonNull(row.codeSealed()), Objects.requireNonNull(row.pinSealed())),
                row.follower());
    }
}
