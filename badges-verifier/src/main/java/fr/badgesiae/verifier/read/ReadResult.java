package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading: a credential, or the reason why there is none.
 *
 * @param kind the detected format
 * @param source the caller's name or a followed address, for the report; or null
 * @param credential present exactly when the outcome is PASSED or WARNING
 * @param outcome PASSED, WARNING (read, with a defect of its container), FAILED (not a credential) or INCONCLUSIVE (over a
 *     limit, or not examined)
 * @param parts one result for each of several credentials, in document order, else empty; the first part of a learner record
 *     is the record
 * @param presentations the enclosing presentations, innermost first
 * @param ofRecord whether the credential lies in a learner record, whose proof covers it
 */
public record ReadResult(
        InputKind kind,
        @Nullable String source,
        Optional<ParsedCredential> credential,
        Outcome outcome,
        Reason reason,
        List<Finding> findings,
        List<ReadResult> parts,
        List<Presentation> presentations,
        boolean ofRecord) {
    private static final Set<String> OF_THE_BYTES = Set.of("format.length", "format.sha256");

    public ReadResult {
        findings = List.copyOf(findings);
        parts = List.copyOf(parts);
        presentations = List.copyOf(presentations);
    }

    /** The result for one badge, or for none. */
    public ReadResult(
            InputKind kind,
            @Nullable String source,
            Optional<ParsedCredential> credential,
            Outcome outcome,
            Reason reason,
            List<Finding> findings) {
        this(kind, source, credential, outcome, reason, findings, List.of(), List.of(), false);
    }

    /** A credential. */
    static ReadResult of(ParsedCredential credential, List<Finding> findings) {
        return new ReadResult(
                credential.kind(),
                null,
                Optional.of(credential),
                Outcome.PASSED,
                ReasonCode.FORMAT_READ.with(credential.kind().name()),
                findings);
    }

    /** No credential, or a broken one. */
    static ReadResult failed(InputKind kind, Reason reason) {
        return new ReadResult(kind, null, Optional.empty(), Outcome.FAILED, reason, List.of());
    }

    /** Not examined. */
    static ReadResult inconclusive(InputKind kind, Reason reason) {
        return new ReadResult(kind, null, Optional.empty(), Outcome.INCONCLUSIVE, reason, List.of());
    }

    /** A defect of the reader; says nothing about the document. */
    public static ReadResult notRead(Reason reason, Finding finding) {
        return inconclusive(InputKind.UNKNOWN, reason).with(List.of(finding));
    }

    /** Several credentials in one container, verified one by one. */
    static ReadResult several(InputKind kind, List<ReadResult> parts) {
        Reason reason = ReasonCode.FORMAT_SEVERAL_BADGES.with(Integer.toString(parts.size()));
        return inconclusive(kind, reason).holding(parts);
    }

    /** A copy with one result for each credential. */
    ReadResult holding(List<ReadResult> each) {
        return new ReadResult(kind, source, credential, outcome, reason, findings, each, presentations, ofRecord);
    }

    /** A copy inside a learner record. */
    ReadResult inRecord() {
        List<ReadResult> held = parts.stream().map(ReadResult::inRecord).toList();
        return new ReadResult(kind, source, credential, outcome, reason, findings, held, presentations, true);
    }

    /** A copy with a name for the report. */
    ReadResult from(@Nullable String name) {
        List<ReadResult> named = parts.stream().map(part -> part.from(name)).toList();
        return new ReadResult(kind, name, credential, outcome, reason, findings, named, presentations, ofRecord);
    }

    /** A copy with a name for the report, where reading gave it none. */
    ReadResult named(String name) {
        List<ReadResult> named = parts.stream().map(part -> part.named(name)).toList();
        String own = source == null ? name : source;
        return new ReadResult(kind, own, credential, outcome, reason, findings, named, presentations, ofRecord);
    }

    /** A copy with findings about the container, placed before its own. */
    ReadResult with(List<Finding> around) {
        List<Finding> all = new ArrayList<>(around);
        all.addAll(findings);
        List<ReadResult> told = parts.stream().map(part -> part.with(around)).toList();
        return new ReadResult(kind, source, credential, outcome, reason, all, told, presentations, ofRecord);
    }

    /** A copy inside a container, whose length and digest replace the inner ones. */
    ReadResult inside(InputKind outer, Finding... around) {
        List<Finding> all = new ArrayList<>(List.of(around));
        findings.stream()
                .filter(finding -> !OF_THE_BYTES.contains(finding.key()))
                .forEach(all::add);
        List<ReadResult> moved =
                parts.stream().map(part -> part.inside(outer, around)).toList();
        return new ReadResult(outer, source, credential, outcome, reason, all, moved, presentations, ofRecord);
    }

    /** A copy with a warning about the container; an unread result is unchanged. */
    ReadResult warning(Reason caution) {
        List<ReadResult> warned =
                parts.stream().map(part -> part.warning(caution)).toList();
        boolean read = outcome == Outcome.PASSED;
        return new ReadResult(
                kind,
                source,
                credential,
                read ? Outcome.WARNING : outcome,
                read ? caution : reason,
                findings,
                warned,
                presentations,
                ofRecord);
    }

    /** A copy inside a presentation. */
    ReadResult presentedIn(Presentation presentation) {
        List<Presentation> all = new ArrayList<>(presentations);
        all.add(presentation);
        List<ReadResult> held =
                parts.stream().map(part -> part.presentedIn(presentation)).toList();
        return new ReadResult(kind, source, credential, outcome, reason, findings, held, all, ofRecord);
    }
}
