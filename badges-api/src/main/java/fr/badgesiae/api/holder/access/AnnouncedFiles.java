package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.personal.Retention;
import java.time.LocalDate;
import java.util.List;
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

    /** In a transaction of the holder; the first to go first. */
    public static List<AnnouncedFile> read(Handle handle) {
        return handle.attach(AnnouncedFileDao.class).all().stream()
                .map(row ->
                        new AnnouncedFile(row.publicName(), Retention.erasedOn(row.countsFromOn(), row.announcedOn())))
                .toList();
    }
}
