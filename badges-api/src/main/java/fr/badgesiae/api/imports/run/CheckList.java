package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.Decision;
import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.read.Columns;
import fr.badgesiae.api.imports.read.ListReader;
import fr.badgesiae.api.imports.read.NameColumn;
import fr.badgesiae.api.imports.read.ReadLine;
import fr.badgesiae.api.imports.read.ReadList;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.table.TableRefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads a list and sorts its lines. Nobody is added; only the names are kept, and the titles of the columns. */
public final class CheckList {
    /** Most drafts of an organisation. */
    static final int MOST = 10;

    private final Platform platform;

    CheckList(Platform platform) {
        this.platform = platform;
    }

    /** The answer to a list. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** It was read: a draft. */
    public record Read(ImportId id) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.read(id);
        }
    }

    /** Nothing was read. */
    public record Refused(Errors errors) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(errors);
        }
    }

    /** Its columns are not known; the cells of its first row. */
    public record Unknown(List<String> example) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown(example);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T read(ImportId id);

        T refused(Errors errors);

        T unknown(List<String> example);
    }

    /**
     * Reads pasted cells or a file.
     *
     * @param pasted empty where a file was sent
     * @param chosen which columns the member says, or null to tell by their titles
     */
    public Outcome apply(Principal by, byte[] file, String pasted, @Nullable Columns chosen) {
        Map<String, NameColumn> remembered = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle
                                .attach(ImportDao.class)
                                .titles(by.organisation().value())
                                .stream()
                                .collect(Collectors.toMap(ImportDao.TitleRow::title, ImportDao.TitleRow::field)));
        try {
            ReadList list = ListReader.read(file, pasted, remembered, chosen);
            if (list.lines().isEmpty()) {
                boolean nobody = list.leftOut() > 0;
                return new Refused(Errors.of("list", nobody ? "imports.error.none-accepted" : "imports.error.no-line"));
            }
            return platform.database()
                    .inOrganisation(by.organisation(), handle -> keep(handle, by, list, chosen != null));
        } catch (TableRefusedException refused) {
            return new Refused(Errors.of("list", refused.refusal().key(), refused.line(), refused.bound()));
        } catch (ListReader.UnknownColumnsException unknown) {
            return new Unknown(unknown.example());
        }
    }

    private Outcome keep(Handle handle, Principal by, ReadList list, boolean told) {
        ImportDao dao = handle.attach(ImportDao.class);
        if (dao.drafts(by.organisation().value()) >= MOST) {
            return new Refused(Errors.of("list", "imports.error.many", MOST));
        }
        Instant now = platform.clock().instant();
        ImportId id = new ImportId(platform.ids().uuid());
        dao.insert(
                id.value(),
                by.organisation().value(),
                by.account().value(),
                list.source(),
                list.titles().toArray(String[]::new),
                list.columns().first(),
                list.columns().last(),
                list.leftOut(),
                digest(list.lines()),
                now);
        handle.attach(LineDao.class)
                .insert(
                        id.value(),
                        by.organisation().value(),
                        list.lines().stream().map(CheckList::row).toList(),
                        now);
        if (told) {
            remember(dao, by, list, now);
        }
        Imports.sort(handle, by.organisation(), id, now);
        return new Read(id);
    }

    private static void remember(ImportDao dao, Principal by, ReadList list, Instant now) {
        Columns columns = list.columns();
        if (!columns.titled()
                || Math.max(columns.first(), columns.last()) >= list.titles().size()) {
            return;
        }
        String first = NameColumn.folded(list.titles().get(columns.first()));
        String last = NameColumn.folded(list.titles().get(columns.last()));
        if (!first.isEmpty() && !last.isEmpty() && !first.equals(last)) {
            dao.remember(
                    by.organisation().value(),
                    List.of(first, last),
                    List.of(NameColumn.FIRST_NAME, NameColumn.LAST_NAME),
                    now);
        }
    }

    private static LineDao.NewRow row(ReadLine line) {
        Finding finding =
                line.reason() == null ? Finding.NEW : line.reason().spelling() ? Finding.SPELLING : Finding.ERROR;
        Decision decision = switch (finding) {
            case NEW -> Decision.ADD;
            case SPELLING -> Decision.ASK;
            case KNOWN, TWICE, ERROR -> Decision.LEAVE;
        };
        return new LineDao.NewRow(line.line(), line.firstName(), line.lastName(), finding, line.reason(), decision);
    }

    private static byte[] digest(List<ReadLine> lines) {
        return Sha256.ofTexts(lines.stream()
                .flatMap(line -> Stream.of(line.firstName(), line.lastName()))
                .toList());
    }
}
