package fr.badgesiae.api.statistics;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.statistics.suppression.ClosedQuarter;
import fr.badgesiae.api.statistics.suppression.Count;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the badges accepted in a year by ROME code, category and level. */
final class ReadAccepted {
    private final Platform platform;
    private final Organisations organisations;

    ReadAccepted(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /**
     * A line of the file.
     *
     * @param departement the code of the first, or empty
     * @param kind of organisation
     * @param rome empty for badges without a code
     * @param level empty for badges without one
     */
    record Line(
            int year, String departement, String kind, String rome, String category, String level, Count accepted) {}

    /** @param year empty, or one to come: the last that is counted */
    List<Line> apply(Principal by, Optional<Integer> year) {
        LocalDate closed = ClosedQuarter.lastDay(by.zone().today(platform.clock()));
        ReadFigures.Span span = ReadFigures.Span.of(year, closed, by.zone());
        return platform.database().inOrganisation(by.organisation(), handle -> {
            OrganisationProfile profile =
                    organisations.find(handle, by.organisation()).orElseThrow(ProblemException::notFound);
            String departement = profile.departements().stream().findFirst().orElse("");
            return BadgeTree.of(handle.attach(FiguresDao.class)
                            .badges(by.organisation().value(), span.from(), span.until(), span.first(), span.last()))
                    .kinds()
                    .stream()
                    .map(node -> new Line(
                            span.first().getYear(),
                            departement,
                            profile.kind().name(),
                            node.row().rome(),
                            text(node.row().category()),
                            text(node.row().level()),
                            Count.of(node.row().accepted(), node.hidden())))
                    .toList();
        });
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
