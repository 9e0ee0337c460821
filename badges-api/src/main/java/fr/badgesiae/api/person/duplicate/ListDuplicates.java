package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the pairs of files whose names look alike, or those that were said to be two people. */
public final class ListDuplicates {
    static final int PAGE = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    ListDuplicates(Database database) {
        this.database = database;
    }

    /** A file by its names and the day it was made. */
    public record Named(String name, Instant created) {}

    /** Two files. */
    public record Alike(Pair pair, Named first, Named second) {
        /** Whether both have the same letters; otherwise their names only look alike. */
        public boolean same() {
            return first.name().equalsIgnoreCase(second.name());
        }
    }

    /** @param more whether there are more pairs after these */
    public record Listed(List<Alike> pairs, boolean more) {}

    /**
     * A page of pairs.
     *
     * @param distinct those that were said to be two people, instead of those that look alike
     * @param after the last pair of the page before, or null
     */
    Listed apply(OrganisationId organisation, boolean distinct, @Nullable Pair after) {
        UUID first = after == null ? BEFORE_ALL : after.firstId();
        UUID second = after == null ? BEFORE_ALL : after.secondId();
        List<DuplicateDao.PairRow> rows = database.inOrganisation(organisation, handle -> {
            DuplicateDao dao = handle.attach(DuplicateDao.class);
            return distinct
                    ? dao.distinct(organisation.value(), first, second, PAGE + 1)
                    : dao.alike(organisation.value(), first, second, PAGE + 1);
        });
        return new Listed(rows.stream().limit(PAGE).map(ListDuplicates::read).toList(), rows.size() > PAGE);
    }

    private static Alike read(DuplicateDao.PairRow row) {
        return new Alike(
                new Pair(new PersonId(row.firstId()), new PersonId(row.secondId())),
                new Named(Person.fullName(row.firstFirstName(), row.firstLastName()), row.firstCreatedAt()),
                new Named(Person.fullName(row.secondFirstName(), row.secondLastName()), row.secondCreatedAt()));
    }
}
