package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationReport.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the credentials of a list, of a JSON object that only carries them, and of a JSON string. Mail programs, wallets and
 * APIs write these. Nothing else of a wrapper is read or reported.
 */
final class WrapperReader {
    /** The most credentials in one submission, records included: each gets a report. */
    static final int MAX_CREDENTIALS = 20;

    /**
     * Members that carry credentials: VC-API and presentations without a type; OpenID4VCI 1.0, 8.3; ob-3.0 C.9
     * (GetOpenBadgeCredentialsResponse).
     */
    private static final Set<String> MEMBERS = Set.of(
            "verifiableCredential", "verifiablePresentation", "credential", "credentials", "compactJwsString", "jwt");

    private static final Set<ReasonCode> NOTHING = EnumSet.of(
            ReasonCode.FORMAT_NOT_A_CREDENTIAL,
            ReasonCode.FORMAT_NOT_JSON,
            ReasonCode.FORMAT_NOT_AN_OBJECT,
            ReasonCode.FORMAT_EMPTY);

    private static final String WHICH = "format.wrapper";

    private WrapperReader() {}

    /** Whether an object that is neither a credential nor a presentation carries credentials. */
    static boolean isWrapper(ObjectNode document) {
        return !carried(document).isEmpty();
    }

    /** The credentials of a wrapper, in document order. */
    static ReadResult object(ObjectNode wrapper, Nesting nesting) {
        return several(carried(wrapper), nesting);
    }

    /** The credentials of a list, or the content of a JSON string. */
    static ReadResult value(JsonNode value, Nesting nesting) {
        return value.isTextual()
                ? several(List.of(value), nesting)
                : value.isArray()
                        ? several(ParsedCredential.each(value), nesting)
                        : ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_AN_OBJECT.with());
    }

    private static List<JsonNode> carried(ObjectNode document) {
        return document.properties().stream()
                .filter(member -> MEMBERS.contains(member.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(value -> ParsedCredential.each(value).stream())
                .filter(item -> item.isContainerNode() || item.isTextual())
                .toList();
    }

    /** Without null and what is empty: these say nothing. All of them, where there is nothing else. */
    private static List<JsonNode> saying(List<JsonNode> held) {
        List<JsonNode> saying = held.stream().filter(WrapperReader::says).toList();
        return saying.isEmpty() ? held : saying;
    }

    private static boolean says(JsonNode value) {
        boolean empty = value.isTextual() ? value.textValue().isBlank() : value.isContainerNode() && value.isEmpty();
        return !empty && !value.isNull();
    }

    /** A wrapper around nothing that looks like a credential is no wrapper. */
    private static ReadResult several(List<JsonNode> carried, Nesting nesting) {
        List<JsonNode> held = saying(carried);
        Finding about = new Finding(WHICH, "", "");
        if (!held.isEmpty() && !nesting.isFull()) {
            List<JsonNode> first = held.subList(0, Math.min(held.size(), MAX_CREDENTIALS));
            List<ReadResult> read = each(InputKind.WRAPPED, first, about, nesting, reading -> !isNothing(reading));
            if (nesting.count().isOver()) {
                return tooMany(InputKind.WRAPPED);
            }
            boolean nothing = read.stream().allMatch(WrapperReader::isNothing);
            if (nothing) {
                return ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
            }
            return held.size() > MAX_CREDENTIALS ? tooMany(InputKind.WRAPPED) : chosen(InputKind.WRAPPED, read);
        }
        return all(InputKind.WRAPPED, held, about, nesting);
    }

    private static boolean isNothing(ReadResult reading) {
        return reading.outcome() == Outcome.FAILED && NOTHING.stream().anyMatch(code -> code.is(reading.reason()));
    }

    /**
     * Reads credentials one by one, in order.
     *
     * @param kind of the container
     * @param about names each of them; its value is what follows "credential 1 of 2"
     */
    static ReadResult all(InputKind kind, List<JsonNode> carried, Finding about, Nesting nesting) {
        List<JsonNode> held = saying(carried);
        if (nesting.isFull()) {
            return tooDeep(kind);
        }
        if (held.isEmpty()) {
            return ReadResult.failed(kind, ReasonCode.FORMAT_PRESENTATION_EMPTY.with());
        }
        if (held.size() > MAX_CREDENTIALS) {
            return tooMany(kind);
        }
        List<ReadResult> read = each(kind, held, about, nesting, reading -> !isNothing(reading));
        return nesting.count().isOver() ? tooMany(kind) : chosen(kind, read);
    }

    /**
     * One result for each, those of containers among them not yet taken apart. Stops over the limit of the submission.
     *
     * @param counts whether a result counts
     */
    private static List<ReadResult> each(
            InputKind kind, List<JsonNode> held, Finding about, Nesting nesting, Predicate<ReadResult> counts) {
        List<ReadResult> read = new ArrayList<>();
        for (int i = 0; i < held.size() && !nesting.count().isOver(); i++) {
            String which = "credential " + (i + 1) + " of " + held.size() + about.value();
            ReadResult reading = one(held.get(i), nesting.inner());
            if (reading.parts().isEmpty() && counts.test(reading)) {
                nesting.count().add();
            }
            read.add(reading.inside(kind, new Finding(about.key(), which, about.spec())));
        }
        return read;
    }

    private static ReadResult one(JsonNode credential, Nesting nesting) {
        if (credential instanceof ObjectNode object) {
            return CredentialReader.json(object, new byte[0], nesting);
        }
        if (credential.isTextual()) {
            return CredentialReader.read(credential.textValue().getBytes(StandardCharsets.UTF_8), nesting);
        }
        return credential.isArray() && nesting.opens()
                ? value(credential, nesting)
                : ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
    }

    /** The only credential, or each of them. */
    private static ReadResult chosen(InputKind kind, List<ReadResult> read) {
        if (read.size() == 1) {
            return read.get(0);
        }
        List<ReadResult> apart = apart(read).toList();
        return apart.size() > MAX_CREDENTIALS ? tooMany(kind) : ReadResult.several(kind, apart);
    }

    private static Stream<ReadResult> apart(List<ReadResult> read) {
        return read.stream().flatMap(each -> each.parts().isEmpty() ? Stream.of(each) : each.parts().stream());
    }

    /** Whether what a record holds is judged. Credentials of other kinds are its content, not badges. */
    private static boolean isJudged(ReadResult part) {
        return part.credential().isEmpty() || isOb2(part) || kindOf(part) != Kind.OTHER;
    }

    private static boolean isOb2(ReadResult part) {
        return part.credential().map(ParsedCredential::isOb2).orElse(false);
    }

    private static Kind kindOf(ReadResult part) {
        return part.credential().map(CredentialKind::of).orElse(Kind.OTHER);
    }

    static ReadResult tooDeep(InputKind kind) {
        return ReadResult.inconclusive(
                kind, ReasonCode.FORMAT_WRAPPED_TOO_DEEP.with(Integer.toString(Nesting.MAX_DEPTH)));
    }

    static ReadResult tooMany(InputKind kind) {
        return ReadResult.inconclusive(kind, ReasonCode.FORMAT_TOO_MANY_BADGES.with(Integer.toString(MAX_CREDENTIALS)));
    }

    /**
     * The credentials inside a Comprehensive Learner Record: {@code credentialSubject.verifiableCredential}, as JSON or as
     * tokens. The record stays a credential of its own, whose proof says who compiled it.
     *
     * @return the result for the record, with one part for itself and one for each credential inside; any other result
     *     unchanged
     */
    static ReadResult record(ReadResult reading, Nesting nesting) {
        boolean isRecord =
                nesting.opens() && reading.credential().map(CredentialKind::of).orElse(Kind.OTHER) == Kind.RECORD;
        List<JsonNode> held = isRecord ? saying(held(reading.credential().orElseThrow())) : List.of();
        if (held.isEmpty()) {
            return reading;
        }
        nesting.count().add();
        List<ReadResult> parts = new ArrayList<>(List.of(reading));
        inside(held, nesting).forEach(part -> parts.add(part.inRecord()));
        return reading.holding(parts);
    }

    private static List<JsonNode> held(ParsedCredential record) {
        List<JsonNode> held = new ArrayList<>();
        for (JsonNode subject : ParsedCredential.each(record.document().path("credentialSubject"))) {
            held.addAll(ParsedCredential.each(subject.path("verifiableCredential")));
        }
        return held;
    }

    private static List<ReadResult> inside(List<JsonNode> held, Nesting nesting) {
        if (nesting.isFull()) {
            return List.of(tooDeep(InputKind.WRAPPED));
        }
        if (held.size() > MAX_CREDENTIALS) {
            return List.of(tooMany(InputKind.WRAPPED));
        }
        Finding about = new Finding("format.record", " of the record", "clr-2.0 ClrSubject");
        List<ReadResult> read = each(InputKind.WRAPPED, held, about, nesting, WrapperReader::isJudged);
        List<ReadResult> badges = apart(read).filter(WrapperReader::isJudged).toList();
        boolean over = nesting.count().isOver() || badges.size() >= MAX_CREDENTIALS; // the record is one more
        return over ? List.of(tooMany(InputKind.WRAPPED)) : badges;
    }

    /**
     * The place of a document among the wrappers around it.
     *
     * @param depth the number of enclosing presentations, envelopes, wrappers and records
     * @param opens whether lists, wrappers, records and reformatted tokens are opened: in submissions only. Documents that a
     *     credential refers to are read as published
     * @param count of the whole submission or document
     */
    record Nesting(int depth, boolean opens, Count count) {
        /** The most wrappers around a credential. */
        static final int MAX_DEPTH = 3;

        /** A submission. */
        static Nesting submitted() {
            return new Nesting(0, true, new Count());
        }

        /** A document that a credential embeds or refers to. */
        static Nesting referred() {
            return new Nesting(0, false, new Count());
        }

        /** The place of the content. */
        Nesting inner() {
            return new Nesting(depth + 1, opens, count);
        }

        /** Whether the content of a wrapper here lies too deep. */
        boolean isFull() {
            return depth >= MAX_DEPTH;
        }
    }

    /** Counts the credentials while they are read, so that reading ends with the first one over the limit. */
    static final class Count {
        private int credentials;

        void add() {
            credentials++;
        }

        boolean isOver() {
            return credentials > MAX_CREDENTIALS;
        }
    }
}
