package fr.badgesiae.verifier.status;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up one entry in a status list, after checking the list credential (vc-bitstring-status-list 3.2). */
public final class StatusLists {
    private final Check proof;
    private final Check period;
    private final StatusListCache memory = new StatusListCache();

    public StatusLists(Check proof, Check period) {
        this.proof = proof;
        this.period = period;
    }

    /** The lists fetched for one badge. */
    private record Opened(Map<URI, FetchedStatusList> lists) {}

    public StatusAnswer ask(StatusEntry entry, VerificationContext context) {
        String spec = entry.kind().spec();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("status.list", entry.list(), spec));
        findings.add(new Finding("status.purpose", entry.purpose(), spec));
        findings.add(new Finding("status.index", Long.toString(entry.index()), spec));
        FetchResult answer = context.fetcher().fetch(entry.uri(), FetchLimits.DOCUMENT);
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            String failure = ((FetchResult.Failed) answer).failure().name();
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREACHABLE.with(entry.list(), failure), findings);
        }
        Map<URI, FetchedStatusList> opened =
                context.shared(Opened.class, () -> new Opened(new HashMap<>())).lists();
        FetchedStatusList list =
                opened.computeIfAbsent(entry.uri(), uri -> new FetchedStatusList(fetched, context, memory));
        findings.add(new Finding("status.listLength", Integer.toString(list.length()), ""));
        findings.add(new Finding("status.listSha256", list.sha256(), ""));
        if (list.reading().credential().isEmpty()) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(entry.list()), findings);
        }
        Optional<Reason> refusal = refusal(entry, context, list, findings);
        if (refusal.isPresent()) {
            return StatusAnswer.inconclusive(refusal.get(), findings);
        }
        return bits(entry, list, findings);
    }

    /** The reason why the list is unusable for this entry, if any; cheapest checks first. */
    private Optional<Reason> refusal(
            StatusEntry entry, VerificationContext context, FetchedStatusList opened, List<Finding> findings) {
        ParsedCredential list = opened.reading().credential().orElseThrow();
        JsonNode subject = list.subject();
        boolean typed = list.types().contains(entry.kind().credential())
                && ParsedCredential.strings(subject.path("type"))
                        .contains(entry.kind().subject())
                && subject.path("encodedList").isTextual();
        if (!typed) {
            return Optional.of(ReasonCode.STATUS_LIST_UNREADABLE.with(entry.list()));
        }
        if (!ParsedCredential.strings(subject.path("statusPurpose")).contains(entry.purpose())) {
            return Optional.of(ReasonCode.STATUS_LIST_PURPOSE_DIFFERS.with(entry.list(), entry.purpose()));
        }
        String issuer = context.credential().issuerId();
        if (issuer == null || !issuer.equals(list.issuerId())) {
            return Optional.of(ReasonCode.STATUS_LIST_ISSUER_DIFFERS.with(entry.list()));
        }
        return unproven(entry, opened, findings);
    }

    private Optional<Reason> unproven(StatusEntry entry, FetchedStatusList list, List<Finding> findings) {
        String spec = entry.kind().spec();
        CheckResult proven = list.proof(proof);
        findings.add(new Finding("status.listProof", proven.reason().code(), spec));
        if (proven.outcome() != Outcome.PASSED && proven.outcome() != Outcome.WARNING) {
            return Optional.of(ReasonCode.STATUS_LIST_NOT_PROVEN.with(entry.list()));
        }
        CheckResult current = list.period(period);
        findings.add(new Finding("status.listPeriod", current.reason().code(), spec));
        if (current.outcome() != Outcome.PASSED && current.outcome() != Outcome.WARNING) {
            return Optional.of(ReasonCode.STATUS_LIST_NOT_CURRENT.with(entry.list()));
        }
        return Optional.empty();
    }

    private static StatusAnswer bits(StatusEntry entry, FetchedStatusList list, List<Finding> findings) {
        Optional<byte[]> unpacked;
        try {
            unpacked = list.bits(entry.kind());
        } catch (BitstringStatusList.TooLargeException e) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_TOO_LARGE.with(entry.list()), findings);
        }
        if (unpacked.isEmpty()) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(entry.list()), findings);
        }
        String spec = entry.kind().spec();
        long entries = BitstringStatusList.entries(unpacked.get(), entry.size());
        findings.add(new Finding("status.listEntries", Long.toString(entries), spec));
        Optional<Reason> doubt = doubt(entry, list, entries);
        if (entry.index() >= entries) {
            Reason outside = ReasonCode.STATUS_INDEX_OUT_OF_RANGE.with(Long.toString(entry.index()));
            return StatusAnswer.inconclusive(doubt.orElse(outside), findings);
        }
        int value = BitstringStatusList.value(unpacked.get(), entry.index(), entry.size());
        findings.add(new Finding("status.value", Integer.toString(value), spec));
        entry.message(value).ifPresent(message -> findings.add(new Finding("status.message", message, spec)));
        StatusAnswer answer = value == 0 ? clear(entry, list, findings) : set(entry, value, findings);
        return answer.outcome() == Outcome.FAILED
                ? answer
                : doubt.map(reason -> StatusAnswer.inconclusive(reason, findings))
                        .orElse(answer);
    }

    /**
     * The reason why a clear value of a proven list proves nothing, if any. A set value counts all the same: its issuer
     * signed it.
     */
    private static Optional<Reason> doubt(StatusEntry entry, FetchedStatusList list, long entries) {
        if (entries < BitstringStatusList.MIN_ENTRIES) {
            return Optional.of(ReasonCode.STATUS_LIST_TOO_SHORT.with(entry.list()));
        }
        String id = list.reading().credential().orElseThrow().id();
        return id == null || entry.list().equals(id)
                ? Optional.empty()
                : Optional.of(ReasonCode.STATUS_LIST_ID_DIFFERS.with(entry.list()));
    }

    private static StatusAnswer clear(StatusEntry entry, FetchedStatusList list, List<Finding> findings) {
        if (list.stale()) {
            return StatusAnswer.warning(ReasonCode.STATUS_LIST_STALE.with(entry.list()), findings);
        }
        if (entry.numericIndex()) {
            return StatusAnswer.warning(ReasonCode.STATUS_NUMERIC_INDEX.with(), findings);
        }
        if (entry.lacksMessages()) {
            return StatusAnswer.warning(ReasonCode.STATUS_MESSAGES_MISSING.with(), findings);
        }
        // The id of the list is optional (clause 2.2); without it only the URL identifies the list.
        return list.reading().credential().orElseThrow().id() == null
                ? StatusAnswer.warning(ReasonCode.STATUS_LIST_WITHOUT_ID.with(entry.list()), findings)
                : new StatusAnswer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET.with(), findings);
    }

    /** A set value FAILS for any purpose but {@code refresh}, which only announces a newer copy. */
    private static StatusAnswer set(StatusEntry entry, int value, List<Finding> findings) {
        return switch (entry.purpose()) {
            case "revocation" -> StatusAnswer.failed(ReasonCode.STATUS_REVOKED.with(), findings);
            case "suspension" -> StatusAnswer.failed(ReasonCode.STATUS_SUSPENDED.with(), findings);
            case "refresh" -> StatusAnswer.warning(ReasonCode.STATUS_UPDATE_AVAILABLE.with(), findings);
            case "message" ->
                StatusAnswer.failed(ReasonCode.STATUS_MESSAGE_SET.with(Integer.toString(value)), findings);
            default -> StatusAnswer.failed(ReasonCode.STATUS_FLAG_SET.with(entry.purpose()), findings);
        };
    }
}
