package fr.badgesiae.api.privacy;

import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.privacy.erasure.ErasureKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dry run of both jobs over all organisations: what a run now would erase, announce and stop. Ids only; nothing is written. */
public final class ListDue {
    private final Platform platform;

    ListDue(Platform platform) {
        this.platform = platform;
    }

    /**
     * A desk file or a space.
     *
     * @param organisation null for a space
     */
    public record Item(ErasureKind kind, @Nullable OrganisationId organisation, UUID id) {}

    /**
     * A run over a fifth: of what is due nothing is erased before somebody confirms.
     *
     * @param organisation null for the run over all spaces
     * @param run the id to confirm it with; null when no job stopped it yet
     */
    public record Stop(
            @Nullable OrganisationId organisation,
            int due,
            int living,
            @Nullable UUID run) {}

    /**
     * What is due on a day.
     *
     * @param erased what is due, stopped or not
     * @param announced what the desk and the space would be told from this day on
     */
    public record Due(LocalDate day, List<Item> erased, List<Item> announced, List<Stop> stops) {
        /** How many are due of a kind. */
        public long erased(ErasureKind kind) {
            return erased.stream().filter(item -> item.kind() == kind).count();
        }
    }

    public Due apply() {
        LocalDate today = FrenchZone.PARIS.today(platform.clock());
        Due due = new Due(today, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        platform.database()
                .inPublic(handle -> handle.attach(RetentionDao.class).organisations())
                .forEach(organisation -> files(due, new OrganisationId(organisation)));
        spaces(due);
        return due;
    }

    private void files(Due due, OrganisationId organisation) {
        UUID id = organisation.value();
        platform.database().inOrganisation(organisation, handle -> {
            RetentionDao dao = handle.attach(RetentionDao.class);
            Optional<RetentionDao.RunRow> run = dao.run(id);
            boolean confirmed = run.isPresent() && run.get().confirmedAt() != null;
            FileLimits today = FileLimits.of(Zones.of(handle, organisation).today(platform.clock()));
            FileLimits limits = confirmed ? today.confirmed(run.get().dueOn()) : today;
            List<UUID> files = dao.due(id, limits.from(), limits.announced(), Integer.MAX_VALUE);
            int living = dao.living(id);
            if (!confirmed && Retention.isLargePart(files.size(), living)) {
                due.stops()
                        .add(new Stop(
                                organisation,
                                files.size(),
                                living,
                                run.map(RetentionDao.RunRow::id).orElse(null)));
            }
            files.forEach(file -> due.erased().add(new Item(ErasureKind.DESK_FILE, organisation, file)));
            dao.toAnnounce(id, today.announces())
                    .forEach(file -> due.announced().add(new Item(ErasureKind.DESK_FILE, organisation, file)));
            return due;
        });
    }

    private void spaces(Due due) {
        platform.database().inPublic(handle -> {
            ClosingDao dao = handle.attach(ClosingDao.class);
            Optional<ClosingDao.RunRow> run = dao.run();
            boolean confirmed = run.isPresent() && run.get().confirmedAt() != null;
            ClosingLimits today = ClosingLimits.of(due.day());
            ClosingLimits limits = confirmed ? today.confirmed(run.get().dueOn()) : today;
            List<UUID> spaces = dao.unopened(limits.before(), limits.announced(), Integer.MAX_VALUE);
            int living = dao.living();
            if (!confirmed && Retention.isLargePart(spaces.size(), living)) {
                due.stops()
                        .add(new Stop(
                                null,
                                spaces.size(),
                                living,
                                run.map(ClosingDao.RunRow::id).orElse(null)));
            }
            spaces.forEach(space -> due.erased().add(new Item(ErasureKind.SPACE, null, space)));
            dao.toAnnounce(today.announces())
                    .forEach(space -> due.announced().add(new Item(ErasureKind.SPACE, null, space)));
            return due;
        });
    }
}
