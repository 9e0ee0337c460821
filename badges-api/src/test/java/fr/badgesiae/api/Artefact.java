package fr.badgesiae.api;

import java.util.List;

/**
 * Something that leaves the service with a badge in it, and the same with one letter changed.
 *
 * @param name for the table of {@code docs/artefacts.md}
 * @param file its name, without dots in its stem
 * @param reader how {@code artefacts.mjs} reads it
 * @param others whose code that is, for the table
 * @param expected what everybody says of each badge in it
 * @param unread the reason of our command line where it does not read this form; otherwise empty
 */
@SuppressWarnings("ArrayRecordComponent") // files; never compared
record Artefact(
        String name,
        String file,
        String reader,
        String others,
        byte[] genuine,
        byte[] changed,
        Expected expected,
        String unread) {
    /** What everybody says of the badges in it: as it is, with a changed letter, and after the first one was revoked. */
    record Expected(List<String> genuine, List<String> changed, List<String> revoked) {}

    static final Expected ONE = new Expected(List.of("VALID"), List.of("NOT_VALID"), List.of("REVOKED"));
    static final Expected ADDRESS = new Expected(List.of("VALID"), List.of("NOTHING"), List.of("REVOKED"));
    static final Expected TWO =
            new Expected(List.of("VALID", "VALID"), List.of("NOT_VALID", "VALID"), List.of("REVOKED", "VALID"));

    String changedFile() {
        return "changed-" + file;
    }
}
