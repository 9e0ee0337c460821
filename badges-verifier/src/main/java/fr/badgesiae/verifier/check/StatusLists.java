package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Reading;
import fr.badgesiae.verifier.read.Sha256;
import fr.badgesiae.verifier.status.BitstringStatusList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a Bitstring Status List about one entry, after the list has shown that it may answer (clause 3.2). */
final class StatusLists {
    private static final String SPEC = "vc-bitstring-status-list 3.2";

    private final Check proof;
    private final Check period;

    StatusLists(Check proof, Check period) {
        this.proof = proof;
        this.period = period;
    }

    StatusAnswer ask(StatusEntry entry, Judgement judgement) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("status.list", entry.list(), SPEC));
        findings.add(new Finding("status.purpose", entry.purpose(), SPEC));
        findings.add(new Finding("status.index", Long.toString(entry.index()), SPEC));
        FetchResult answer = judgement.fetcher().fetch(entry.uri(), FetchLimits.DOCUMENT);
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            String failure = ((FetchResult.Failed) answer).failure().name();
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREACHABLE.with(entry.list(), failure), findings);
        }
        findings.add(new Finding("status.listLength", Integer.toString(fetched.body().length), ""));
        findings.add(new Finding("status.listSha256", Sha256.hex(fetched.body()), ""));
        Reading reading = CredentialReader.read(fetched.body());
        if (reading.credential().isEmpty()) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(entry.list()), findings);
        }
        Optional<Reason> refusal = refusal(entry, judgement, reading, findings);
        if (refusal.isPresent()) {
            return StatusAnswer.inconclusive(refusal.get(), findings);
        }
        return bits(entry, reading.credential().get(), fetched.stale(), findings);
    }

    /** Why this list may not answer for this entry, cheapest reason first. */
    private Optional<Reason> refusal(StatusEntry entry, Judgement judgement, Reading reading, List<Finding> findings) {
        ParsedCredential list = reading.credential().orElseThrow();
        JsonNode subject = list.subject();
        boolean typed = list.types().contains("BitstringStatusListCredential")
                && ParsedCredential.strings(subject.path("type")).contains("BitstringStatusList")
                && subject.path("encodedList").isTextual();
        if (!typed) {
            return Optional.of(ReasonCode.STATUS_LIST_UNREADABLE.with(entry.list()));
        }
        if (!entry.list().equals(list.id())) {
            return Optional.of(ReasonCode.STATUS_LIST_ID_DIFFERS.with(entry.list()));
        }
        if (!ParsedCredential.strings(subject.path("statusPurpose")).contains(entry.purpose())) {
            return Optional.of(ReasonCode.STATUS_LIST_PURPOSE_DIFFERS.with(entry.list(), entry.purpose()));
        }
        String issuer = judgement.credential().issuerId();
        if (issuer == null || !issuer.equals(list.issuerId())) {
            return Optional.of(ReasonCode.STATUS_LIST_ISSUER_DIFFERS.with(entry.list()));
        }
        return unproven(entry, judgement.nested(reading), findings);
    }

    private Optional<Reason> unproven(StatusEntry entry, Judgement list, List<Finding> findings) {
        CheckResult proven = proof.run(list);
        findings.add(new Finding("status.listProof", proven.reason().code(), SPEC));
        if (proven.outcome() != Outcome.PASSED && proven.outcome() != Outcome.WARNING) {
            return Optional.of(ReasonCode.STATUS_LIST_NOT_PROVEN.with(entry.list()));
        }
        CheckResult current = period.run(list);
        findings.add(new Finding("status.listPeriod", current.reason().code(), SPEC));
        if (current.outcome() != Outcome.PASSED && current.outcome() != Outcome.WARNING) {
            return Optional.of(ReasonCode.STATUS_LIST_NOT_CURRENT.with(entry.list()));
        }
        return Optional.empty();
    }

    private static StatusAnswer bits(StatusEntry entry, ParsedCredential list, boolean stale, List<Finding> findings) {
        Optional<byte[]> unpacked;
        try {
            unpacked = BitstringStatusList.decode(
                    list.subject().path("encodedList").textValue());
        } catch (BitstringStatusList.TooLargeException e) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_TOO_LARGE.with(entry.list()), findings);
        }
        if (unpacked.isEmpty()) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(entry.list()), findings);
        }
        long entries = BitstringStatusList.entries(unpacked.get(), entry.size());
        findings.add(new Finding("status.listEntries", Long.toString(entries), SPEC));
        if (entries < BitstringStatusList.MIN_ENTRIES) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_TOO_SHORT.with(entry.list()), findings);
        }
        if (entry.index() >= entries) {
            return StatusAnswer.inconclusive(
                    ReasonCode.STATUS_INDEX_OUT_OF_RANGE.with(Long.toString(entry.index())), findings);
        }
        int value = BitstringStatusList.value(unpacked.get(), entry.index(), entry.size());
        findings.add(new Finding("status.value", Integer.toString(value), SPEC));
        return value == 0 ? clear(entry, stale, findings) : set(entry, value, findings);
    }

    private static StatusAnswer clear(StatusEntry entry, boolean stale, List<Finding> findings) {
        if (stale) {
            return new StatusAnswer(Outcome.WARNING, ReasonCode.STATUS_LIST_STALE.with(entry.list()), findings);
        }
        return entry.numericIndex()
                ? new StatusAnswer(Outcome.WARNING, ReasonCode.STATUS_NUMERIC_INDEX.with(), findings)
                : new StatusAnswer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET.with(), findings);
    }

    /** A set value of any purpose is FAILED, but for {@code refresh}, which only says that there is a newer copy. */
    private static StatusAnswer set(StatusEntry entry, int value, List<Finding> findings) {
        return switch (entry.purpose()) {
            case "revocation" -> new StatusAnswer(Outcome.FAILED, ReasonCode.STATUS_REVOKED.with(), findings);
            case "suspension" -> new StatusAnswer(Outcome.FAILED, ReasonCode.STATUS_SUSPENDED.with(), findings);
            case "refresh" -> new StatusAnswer(Outcome.WARNING, ReasonCode.STATUS_UPDATE_AVAILABLE.with(), findings);
            case "message" ->
                new StatusAnswer(Outcome.FAILED, ReasonCode.STATUS_MESSAGE_SET.with(Integer.toString(value)), findings);
            default -> new StatusAnswer(Outcome.FAILED, ReasonCode.STATUS_FLAG_SET.with(entry.purpose()), findings);
        };
    }
}
