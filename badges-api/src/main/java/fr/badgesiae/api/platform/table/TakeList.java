package fr.badgesiae.api.platform.table;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Records that a member takes a list away as a file, then writes it page by page while it is read. */
public final class TakeList {
    private final Platform platform;

    public TakeList(Platform platform) {
        this.platform = platform;
    }

    /**
     * A page of a list.
     *
     * @param rows with a cell for each title
     * @param next where the next page begins; empty on the last one
     * @param <C> a cursor
     */
    public record Page<C>(List<List<Object>> rows, Optional<C> next) {}

    /**
     * Reads a page, in a transaction of its own.
     *
     * @param <C> a cursor
     */
    @FunctionalInterface
    public interface Reader<C> {
        /** @param after empty for the first page */
        Page<C> page(Optional<C> after);
    }

    /**
     * The list as a file.
     *
     * @param code of the line in the journal
     * @param title of the sheet and the file; no personal data
     */
    public <C> Response apply(
            Principal by, AuditCode code, TableFormat format, String title, List<String> titles, Reader<C> reader) {
        TakenList.record(platform, by, code);
        return TableFile.of(format, title, by.zone().today(platform.clock()), titles, writer -> write(writer, reader));
    }

    private static <C> void write(TableWriter writer, Reader<C> reader) throws IOException {
        Optional<C> after = Optional.empty();
        do {
            Page<C> page = reader.page(after);
            for (List<Object> row : page.rows()) {
                writer.row(row);
            }
            after = page.next();
        } while (after.isPresent());
    }
}
