package fr.badgesiae.api.platform.form;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.auth.EndedSession;
import fr.badgesiae.api.platform.auth.FormOwner;
import fr.badgesiae.api.platform.auth.SentForm;
import fr.badgesiae.api.platform.db.Database;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what forms led to, each under a token, for the visit that sent it. Contents are compressed and sealed for their row;
 * the table holds keyed hashes of tokens and visits.
 */
public final class FormAnswers implements EndedSession {
    private static final Duration ANSWER_KEPT = Duration.ofMinutes(30);
    private static final Duration FORM_KEPT = Duration.ofHours(1);
    private static final Duration PUBLIC_KEPT = Duration.ofMinutes(10);

    /** How often what has ended is deleted. */
    public static final Duration SWEEP = Duration.ofMinutes(5);

    /** What a stranger brought is gone after so many minutes. */
    public static final long PUBLIC_MINUTES = PUBLIC_KEPT.plus(SWEEP).toMinutes();

    /** No form takes that long: its node died. */
    private static final Duration DEAD = Duration.ofSeconds(60);

    private static final int MOST_OF_A_VISIT = 40;
    private static final int MOST_ANONYMOUS = 2000;
    private static final int LARGEST = 512 * 1024;

    /** Fields that are typed again and never kept; the answer of a passkey is over with its session. */
    private static final Set<String> SECRET = Set.of("password", "current", "pin", "old", "again", "answer");

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    public FormAnswers(Database database, Vault vault, Ids ids, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** A token for the page that will answer a form. */
    String token() {
        return ids.token();
    }

    /** The token of a form with its content: the same for each sending of it. */
    String token(String key, String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.lookup("form-key|" + key, content));
    }

    /** Whether this is the first sending under the token. */
    boolean start(String token, String visit) {
        Instant now = clock.instant();
        return database.look(handle -> handle.attach(FormAnswerDao.class)
                        .start(id(token), visitor(visit), now, now.plus(ANSWER_KEPT), now.minus(DEAD)))
                == 1;
    }

    /** Remembers where the first sending led. */
    void led(String token, String visit, String path) {
        byte[] content = seal(token, visit, List.of(path));
        database.look(handle -> handle.attach(FormAnswerDao.class).led(id(token), visitor(visit), content));
    }

    /** Forgets a sending that did nothing: the next one counts. */
    void drop(String token, String visit) {
        database.look(handle -> handle.attach(FormAnswerDao.class).drop(id(token), visitor(visit)));
    }

    /** Whether the page could be kept: within limits of size and number. */
    boolean keep(String token, String visit, Kept.Page page) {
        return keep(token, visit, FormAnswerKind.PAGE, page.owner().isEmpty(), page.lines(), ANSWER_KEPT);
    }

    /** The same for a page without a cookie, for whoever has its token; it is its own visit. */
    boolean keepPublic(String token, Kept.Page page) {
        return keep(token, token, FormAnswerKind.PAGE, true, page.lines(), PUBLIC_KEPT);
    }

    /** The page that is kept for whoever has the token. */
    Optional<Kept.Page> findPublic(String token) {
        return find(token, token).filter(Kept.Page.class::isInstance).map(Kept.Page.class::cast);
    }

    @Override
    public Optional<String> keep(ContainerRequestContext request, FormOwner owner) {
        SentForm sent = SentForm.in(request).orElseThrow();
        List<Kept.Field> fields = new ArrayList<>();
        sent.fields().forEach((name, values) -> {
            if (!name.startsWith("_") && !SECRET.contains(name)) {
                values.forEach(value -> fields.add(new Kept.Field(name, value)));
            }
        });
        if (sent.fields().keySet().stream().anyMatch(SECRET::contains) || fields.isEmpty()) {
            return Optional.empty(); // nothing that was worth the typing
        }
        String action = "/" + request.getUriInfo().getPath(false).replaceFirst("^/+", "");
        String token = ids.token();
        List<String> lines = new Kept.Form(owner, action, fields).lines();
        return keep(token, sent.visit(), FormAnswerKind.FORM, false, lines, FORM_KEPT)
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    public boolean waits(ContainerRequestContext request, String token, FormOwner owner) {
        return SentForm.visit(request)
                .flatMap(visit -> find(token, visit))
                .filter(kept -> kept instanceof Kept.Form form && form.owner().equals(owner))
                .isPresent();
    }

    /** What is kept under a token for this visit. */
    Optional<Kept> find(String token, String visit) {
        return database.look(
                        handle -> handle.attach(FormAnswerDao.class).find(id(token), visitor(visit), clock.instant()))
                .map(row -> open(token, visit, row));
    }

    /** Deletes what has ended; for a job. */
    public void sweep() {
        database.look(handle -> handle.attach(FormAnswerDao.class).sweep(clock.instant()));
    }

    private boolean keep(
            String token, String visit, FormAnswerKind kind, boolean anonymous, List<String> lines, Duration duration) {
        byte[] content = seal(token, visit, lines);
        if (content.length > LARGEST) {
            return false;
        }
        Instant now = clock.instant();
        FormAnswerDao.NewRow row =
                new FormAnswerDao.NewRow(id(token), visitor(visit), kind, anonymous, content, now, now.plus(duration));
        return database.look(handle -> handle.attach(FormAnswerDao.class).keep(row, MOST_OF_A_VISIT, MOST_ANONYMOUS))
                == 1;
    }

    private Kept open(String token, String visit, FormAnswerDao.KeptRow row) {
        byte @Nullable [] content = row.content();
        if (content == null) {
            return new Kept.Running();
        }
        List<String> lines = Lines.read(vault.open(content, context(token, visit)));
        return switch (row.kind()) {
            case RUNNING -> new Kept.Running();
            case ADDRESS -> new Kept.Address(lines.get(0));
            case PAGE -> Kept.Page.of(lines);
            case FORM -> Kept.Form.of(lines);
        };
    }

    private byte[] seal(String token, String visit, List<String> lines) {
        return vault.seal(Lines.write(lines), context(token, visit));
    }

    private String context(String token, String visit) {
        return "form_answer.content|" + new String(Base64.getEncoder().encode(id(token)), StandardCharsets.US_ASCII)
                + "|" + new String(Base64.getEncoder().encode(visitor(visit)), StandardCharsets.US_ASCII);
    }

    private byte[] id(String token) {
        return vault.lookup("form_answer.id", token);
    }

    private byte[] visitor(String visit) {
        return vault.lookup("form_answer.visitor", visit);
    }
}
