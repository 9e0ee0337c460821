package fr.badgesiae.api.statistics;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of an organisation: a year on the screen, and a year on paper. */
@Path("/app/figures")
@Produces(MediaType.TEXT_HTML)
public final class FiguresPages {
    private static final int LONGEST_YEAR = 4;

    private final Platform platform;
    private final ReadFigures read;

    FiguresPages(Platform platform, ReadFigures read) {
        this.platform = platform;
        this.read = read;
    }

    @GET
    @Allowed(Permission.WORKER_NAMES)
    public Response show(
            @Context ContainerRequestContext request,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("by") @DefaultValue("") String by) {
        ReadFigures.Found found = read.apply(Principal.of(request), year(year), Breakdown.named(by));
        return platform.pages().show(request, "statistics/figures", new FiguresPage(found));
    }

    /** The year as a page to print or to copy into a report. */
    @GET
    @Path("/page")
    @Allowed(Permission.WORKER_NAMES)
    public Response page(@Context ContainerRequestContext request, @QueryParam("year") @DefaultValue("") String year) {
        Principal by = Principal.of(request);
        ReadFigures.Found found = read.apply(by, year(year), Breakdown.EXIT);
        return platform.pages()
                .show(
                        request,
                        "statistics/page",
                        new YearPage(found, by.place(), by.zone().today(platform.clock())));
    }

    /** A year as typed; empty for anything else. */
    static Optional<Integer> year(String typed) {
        return typed.matches("\\d{" + LONGEST_YEAR + "}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    /** The name of a month, as a row begins. */
    static String month(PageContext context, int number) {
        String name = Month.of(number).getDisplayName(TextStyle.FULL_STANDALONE, context.language());
        return name.substring(0, 1).toUpperCase(context.language()) + name.substring(1);
    }

    /** A year and one breakdown of it. */
    public record FiguresPage(ReadFigures.Found found) {
        public Figures figures() {
            return found.figures();
        }

        /** The years to choose from. */
        public Map<String, String> years() {
            Map<String, String> years = new LinkedHashMap<>();
            figures().years().forEach(year -> years.put(year.toString(), year.toString()));
            return years;
        }

        /** The breakdowns to choose from. */
        public Map<String, String> breakdowns(PageContext context) {
            Map<String, String> breakdowns = new LinkedHashMap<>();
            for (Breakdown each : Breakdown.values()) {
                breakdowns.put(each.word(), context.t("statistics.by." + each.name()));
            }
            return breakdowns;
        }

        public String label(PageContext context, Figures.Row row) {
            return found.by().label(context, row.value());
        }

        public String month(PageContext context, int number) {
            return FiguresPages.month(context, number);
        }
    }

    /**
     * A year on paper.
     *
     * @param place the organisation's public name
     * @param today the day on which it was counted
     */
    public record YearPage(ReadFigures.Found found, String place, LocalDate today) {
        public Figures figures() {
            return found.figures();
        }

        public String label(PageContext context, Figures.Row row) {
            return found.by().label(context, row.value());
        }
    }
}
