package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Authentic badges outside their validity period, and badges with a status entry, well-formed or not. */
final class PeriodAndStatusSamples {
    private PeriodAndStatusSamples() {}

    static List<Made> all() {
        return List.of(
                period(
                        "expired",
                        "ended a fortnight ago",
                        "2026-10-01T08:00:00Z",
                        "2026-11-01T08:00:00Z",
                        "FAILED validity-period.expired"),
                period(
                        "not-yet-valid",
                        "starts next month",
                        "2026-12-15T08:00:00Z",
                        "2028-10-01T08:00:00Z",
                        "FAILED validity-period.not-yet-valid"),
                period(
                        "starts-in-30-seconds",
                        "starts within what clocks may differ",
                        "2026-11-15T10:00:30Z",
                        "2028-10-01T08:00:00Z",
                        "WARNING validity-period.within-tolerance"),
                period(
                        "ends-before-it-starts",
                        "an end before the start",
                        "2026-10-01T08:00:00Z",
                        "2025-10-01T08:00:00Z",
                        "FAILED validity-period.end-before-start"),
                bit(
                        "revoked",
                        "its revocation bit is set",
                        "atelier-1",
                        "revocation",
                        StatusLists.REVOKED_INDEX,
                        "FAILED status.revoked"),
                bit(
                        "suspended",
                        "its suspension bit is set",
                        "atelier-2",
                        "suspension",
                        StatusLists.SUSPENDED_INDEX,
                        "FAILED status.suspended"),
                list(
                        "status-list-unreachable",
                        "its list cannot be fetched",
                        "atelier-absent",
                        "status.list-unreachable"),
                list("status-list-lapsed", "its list ended yesterday", "atelier-perime", "status.list-not-current"),
                list(
                        "status-list-tampered",
                        "its list was changed after it was signed",
                        "atelier-change",
                        "status.list-not-proven"),
                list(
                        "status-list-of-another-issuer",
                        "its list is signed by somebody else",
                        "intrus",
                        "status.list-issuer-differs"),
                list(
                        "status-list-too-short",
                        "its list is too short to hide in",
                        "atelier-court",
                        "status.list-too-short"),
                bit(
                        "status-index-out-of-range",
                        "its index is past the end of the list",
                        "atelier-1",
                        "revocation",
                        "131072",
                        "INCONCLUSIVE status.index-out-of-range"),
                bit(
                        "status-purpose-differs",
                        "its list serves another purpose",
                        "atelier-1",
                        "suspension",
                        "4821",
                        "INCONCLUSIVE status.list-purpose-differs"),
                status(
                        "status-index-not-a-number",
                        "its index is no number",
                        s -> s.put("statusListIndex", "douze"),
                        "INCONCLUSIVE status.entry-malformed"),
                status(
                        "status-index-numeric",
                        "its index is a JSON number",
                        s -> s.put("statusListIndex", 4821),
                        "WARNING status.numeric-index"),
                unknownType());
    }

    private static Made period(String name, String about, String from, String until, String answer) {
        ObjectNode badge = Badge.signed(b -> b.put("awardedDate", "2026-10-01T08:00:00Z")
                .put("validFrom", from)
                .put("validUntil", until));
        return Made.json(name, about, badge, Expected.sound().but("VALIDITY_PERIOD", answer));
    }

    private static Made list(String name, String about, String list, String reason) {
        return bit(name, about, list, "revocation", "4821", "INCONCLUSIVE " + reason);
    }

    private static Made bit(String name, String about, String list, String purpose, String index, String answer) {
        return status(
                name,
                about,
                s -> s.put("id", StatusLists.url(list) + "#" + index)
                        .put("statusListCredential", StatusLists.url(list))
                        .put("statusPurpose", purpose)
                        .put("statusListIndex", index),
                answer);
    }

    private static Made status(String name, String about, Consumer<ObjectNode> change, String answer) {
        return Made.json(
                name,
                about,
                Badge.signed(b -> change.accept(Badge.status(b))),
                Expected.sound().but("STATUS", answer));
    }

    private static Made unknownType() {
        ObjectNode badge = Badge.unsigned(b -> Badge.status(b).removeAll());
        Badge.status(badge).put("id", StatusLists.url("autre")).put("type", "ExempleStatus2099");
        String jwt = JwtSamples.signed(Jws.payload(badge));
        return Made.text(
                "status-type-unknown.jwt",
                "a status type that nobody knows",
                jwt,
                Expected.sound()
                        .but("CONTEXT", "WARNING context.type-not-absolute")
                        .but("STATUS", "INCONCLUSIVE status.type-unknown"));
    }
}
