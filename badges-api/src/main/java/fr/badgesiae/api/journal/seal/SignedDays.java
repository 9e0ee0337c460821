package fr.badgesiae.api.journal.seal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.verifier.keys.VerificationKey;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The form of a signed day: a compact JWS of the platform over the digest of the day's last round. */
final class SignedDays {
    /** The type in the header, which keeps other tokens of this key from being read as days (RFC 8725, 3.11). */
    private static final JOSEObjectType TYPE = new JOSEObjectType("audit-day+jwt");

    private final SigningKeys keys;
    private final JwsSigner signer = new JwsSigner();

    SignedDays(SigningKeys keys) {
        this.keys = keys;
    }

    String sign(IssuerKey key, SealDao.DayRow day) {
        return signer.sign(claims(day), TYPE, key.algorithm().jose(), key.verificationMethod(), key.signer());
    }

    private ObjectNode claims(SealDao.DayRow day) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", keys.platformDid())
                .put("day", day.dayOn().toString())
                .put("round", day.round())
                .put("digest", HexFormat.of().formatHex(day.digest()));
    }

    /** @param kept lines that the operator saved: day and document */
    List<Finding> verify(Handle handle, List<SealDao.DayRow> days, List<String> kept, Instant now) {
        List<VerificationKey> known = keys.platformKeys(handle);
        List<Finding> findings = new ArrayList<>();
        days.stream()
                .filter(day -> !isSigned(day, known))
                .forEach(day -> findings.add(new Finding(Finding.Kind.SIGNATURE_WRONG, day.round(), null, 1, 0)));
        Map<String, String> there =
                days.stream().collect(Collectors.toMap(day -> day.dayOn().toString(), SealDao.DayRow::document));
        // Rounds go by the clock: a day that is not as old is kept, whichever day is the first.
        String oldest = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .minusMonths(Retention.JOURNAL_YEARS * 12 + 1)
                .toString();
        long missing = kept.stream()
                .map(line -> line.strip().split(" ", 2))
                .filter(line -> line.length == 2 && line[0].compareTo(oldest) > 0)
                .filter(line -> !line[1].equals(there.get(line[0])))
                .count();
        if (missing > 0) {
            findings.add(new Finding(Finding.Kind.DAY_MISSING, 0, null, kept.size(), kept.size() - missing));
        }
        return findings;
    }

    private boolean isSigned(SealDao.DayRow day, List<VerificationKey> known) {
        try {
            JWSObject token = JWSObject.parse(day.document());
            return TYPE.equals(token.getHeader().getType())
                    && token.getPayload().toString().equals(claims(day).toString())
                    && known.stream()
                            .anyMatch(key ->
                                    key.verifies(token.getHeader(), token.getSigningInput(), token.getSignature()));
        } catch (ParseException e) {
            return false;
        }
    }
}
