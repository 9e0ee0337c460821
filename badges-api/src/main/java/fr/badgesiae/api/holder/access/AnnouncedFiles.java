package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The desk files that organisations will erase, for their person to read in the space. */
public final class AnnouncedFiles {
    private AnnouncedFiles() {}

    /**
     * A file.
     *
     * @param organisation public name
     * @param erasedOn the first day on which the job may erase it
     */
    public record AnnouncedFile(String organisation, LocalDate erasedOn) {}

    /**
     * What is kept of a holder, and until when.
     *
     * @param openedAt the last opening of the space, or its creation
     * @param files the first to go first
     */
    public record Kept(Instant openedAt, List<AnnouncedFile> files) {}

    /** In a transaction of the holder; empty when there is no such space. */
    public static Optional<Kept> read(Handle handle, HolderId holder) {
        List<AnnouncedFileDao.AnnouncedRow> rows =
                handle.attach(AnnouncedFileDao.class).all(holder.value());
        return rows.stream()
                .findFirst()
                .map(first -> new Kept(
                        first.openedAt(),
                        rows.stream().flatMap(row -> file(row).stream()).toList()));
    }

    private static Optional<AnnouncedFile> file(AnnouncedFileDao.AnnouncedRow row) {
        String organisation = row.publicName();
        LocalDate from = row.countsFromOn();
        return organisation == null || from == null
                ? Optional.empty()
                : Optional.of(new AnnouncedFile(organisation, Retention.erasedOn(from, row.announcedOn())));
    }
}
