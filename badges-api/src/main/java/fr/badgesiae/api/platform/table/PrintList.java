package fr.badgesiae.api.platform.table;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that a member takes a list away on paper, and shows its rows on one page without links and forms. */
public final class PrintList {
    /** The most rows of a page: its answer is kept, and is at most half a megabyte in both languages. */
    public static final int MOST = 500;

    private final Platform platform;

    public PrintList(Platform platform) {
        this.platform = platform;
    }

    /**
     * What stands above the rows.
     *
     * @param title of the list
     * @param choices the filters and the order in words
     * @param back the address of the list
     */
    public record Heading(String title, List<String> choices, String back) {}

    /**
     * The page.
     *
     * @param more whether the list goes on after the last row
     * @param on the day, as the organisation counts it
     */
    public record PrintedPage(
            Heading heading, List<String> titles, List<List<String>> rows, boolean more, LocalDate on) {}

    /**
     * The list as a page.
     *
     * @param code of the line in the journal
     */
    public <C> Response apply(
            ContainerRequestContext request,
            AuditCode code,
            Heading heading,
            List<String> titles,
            TakeList.Reader<C> reader) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        TakenList.record(platform, by, code);
        List<List<String>> rows = new ArrayList<>();
        Optional<C> after = Optional.empty();
        do {
            TakeList.Page<C> page = reader.page(after);
            page.rows().forEach(row -> rows.add(cells(context, row)));
            after = page.next();
        } while (after.isPresent() && rows.size() < MOST);
        boolean more = after.isPresent() || rows.size() > MOST;
        PrintedPage page = new PrintedPage(
                heading,
                titles,
                rows.subList(0, Math.min(MOST, rows.size())),
                more,
                by.zone().today(platform.clock()));
        return platform.pages().show(request, "platform/printed", page);
    }

    private static List<String> cells(PageContext context, List<Object> row) {
        return row.stream()
                .map(cell -> cell instanceof LocalDate day ? context.date(day) : cell.toString())
                .toList();
    }
}
