package fr.badgesiae.api.offline.code;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.api.keys.KeyState;
import fr.badgesiae.api.keys.PublishedKey;
import fr.badgesiae.api.offline.known.KnownIssuer;
import fr.badgesiae.api.offline.known.PublishedKnown;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges a code fully, as of now: its issuer, its key, its signature, its end and its bit. */
public final class JudgeCode {
    /** How far clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;
    private final PublishedKnown known;
    private final StatusLists lists;

    public JudgeCode(Database database, Clock clock, PublishedKnown known, StatusLists lists) {
        this.database = database;
        this.clock = clock;
        this.known = known;
        this.lists = lists;
    }

    /**
     * The judgement.
     *
     * @param code what is proven; null unless the signature is right
     * @param issuer null unless it is one of a network
     */
    public record Judgement(
            CodeVerdict verdict,
            @Nullable OfflineCode code,
            @Nullable KnownIssuer issuer) {
        private static Judgement of(CodeVerdict verdict) {
            return new Judgement(verdict, null, null);
        }
    }

    /** Judges a text, see {@link CodeText#read}. */
    public Judgement apply(String text) {
        CodeText.Read read;
        try {
            read = CodeText.read(text);
        } catch (IllegalArgumentException e) {
            return Judgement.of(CodeVerdict.UNREADABLE);
        }
        KnownIssuer issuer = known.apply().issuers().get(read.code().issuer());
        if (issuer == null) {
            return Judgement.of(CodeVerdict.UNKNOWN_ISSUER);
        }
        Optional<PublishedKey> key = issuer.key(read.kid());
        if (key.isEmpty()) {
            return Judgement.of(CodeVerdict.FORGED);
        }
        CodeVerdict signature = signature(read, key.get());
        return signature == CodeVerdict.RIGHT
                ? new Judgement(inTime(read.code(), issuer), read.code(), issuer)
                : Judgement.of(signature);
    }

    /** Whether an organisation's key signed a code, whichever its networks: before it is handed out. */
    static boolean signs(String digits, PublishedKey key) {
        return signature(CodeText.read(digits), key) == CodeVerdict.RIGHT;
    }

    private static CodeVerdict signature(CodeText.Read read, PublishedKey key) {
        if (!verifies(read, key)) {
            return CodeVerdict.ALTERED;
        }
        if (key.state() == KeyState.COMPROMISED) {
            return CodeVerdict.COMPROMISED;
        }
        Instant signed = read.code().signed();
        Instant until = key.until();
        boolean inLife = !signed.isBefore(key.from().minus(SKEW)) && (until == null || !signed.isAfter(until));
        return inLife ? CodeVerdict.RIGHT : CodeVerdict.FORGED;
    }

    private static boolean verifies(CodeText.Read read, PublishedKey key) {
        try {
            ECKey point = new ECKey.Builder(Curve.P_256, new Base64URL(key.x()), new Base64URL(key.y())).build();
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(point.toECPublicKey());
            check.update(read.input());
            return check.verify(read.signature());
        } catch (JOSEException e) {
            throw new IllegalStateException("a published key does not read back", e);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private CodeVerdict inTime(OfflineCode code, KnownIssuer issuer) {
        OrganisationId organisation = new OrganisationId(issuer.organisation().id());
        if (isSet(code, organisation)) {
            return CodeVerdict.REVOKED;
        }
        return code.ends().isAfter(clock.instant()) ? CodeVerdict.RIGHT : CodeVerdict.EXPIRED;
    }

    private boolean isSet(OfflineCode code, OrganisationId organisation) {
        UUID list = list(code.list());
        return list == null
                || database.inOrganisation(
                        organisation, handle -> lists.isSet(handle, organisation, new StatusIndex(list, code.index())));
    }

    /** Null for another address: what our keys sign points at a list of ours. */
    private @Nullable UUID list(String address) {
        String start = lists.url(new UUID(0, 0)).replace(new UUID(0, 0).toString(), "");
        try {
            UUID list = Ids.parse(address.replace(start, "").replaceFirst("\\.jwt$", ""));
            return lists.tokenUrl(list).equals(address) ? list : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
