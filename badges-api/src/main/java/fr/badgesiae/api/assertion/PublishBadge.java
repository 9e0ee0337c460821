package fr.badgesiae.api.assertion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a badge public in the form of Open Badges 2.0, hosted and signed, for its holder. Signed outside a transaction, verified
 * before anything is public.
 */
public final class PublishBadge {
    private static final Logger LOG = LoggerFactory.getLogger(PublishBadge.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VERSION = Pattern.compile("/achievements/([0-9a-f-]{36}/[1-9][0-9]{0,8})$");
    /** Readers of Open Badges 2.0 expect no other member. */
    private static final String HEADER = encode("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));

    private final Platform platform;
    private final SigningKeys keys;
    private final Ob2Documents documents;
    private final Ob2Addresses addresses;
    private final PublishedBadges published;
    private final BadgeVerifier verifier;

    PublishBadge(
            Platform platform,
            SigningKeys keys,
            Ob2Documents documents,
            Ob2Addresses addresses,
            PublishedBadges published,
            BadgeVerifier verifier) {
        this.platform = platform;
        this.keys = keys;
        this.documents = documents;
        this.addresses = addresses;
        this.published = published;
        this.verifier = verifier;
    }

    /** What came of it. */
    public enum Outcome {
        /** The badge is public, or was before. */
        PUBLIC,
        /** Open Badges 2.0 asks for an e-mail address of the issuer. */
        NO_EMAIL,
        /** The badge is no longer valid. */
        LAPSED,
        /** Our own verifier refuses it. */
        REFUSED
    }

    /** What is signed with which key. */
    private record Wish(OrganisationId organisation, JsonNode badge, String version, UUID id, IssuerKey key) {}

    /**
     * Makes it public.
     *
     * @param badge as it was accepted
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force
     */
    public Outcome apply(HolderId holder, CredentialId badge) {
        return platform.database()
                .inHolder(holder, handle -> prepare(handle, holder, badge))
                .fold(this, holder, badge);
    }

    /** A wish, or the outcome that is known before. */
    private record Prepared(Optional<Wish> wish, Outcome known) {
        Outcome fold(PublishBadge act, HolderId holder, CredentialId badge) {
            return wish.map(ready -> act.release(holder, badge, ready)).orElse(known);
        }
    }

    private Prepared prepare(Handle handle, HolderId holder, CredentialId badge) {
        AssertionDao dao = handle.attach(AssertionDao.class);
        AssertionDao.BadgeRow row = dao.badge(
                        badge.value(), holder.value(), platform.clock().instant())
                .orElseThrow(ProblemException::notFound);
        if (row.revoked()) {
            throw ProblemException.notFound();
        }
        if (row.assertion() != null) {
            return new Prepared(Optional.empty(), Outcome.PUBLIC);
        }
        if (row.lapsed()) {
            return new Prepared(Optional.empty(), Outcome.LAPSED);
        }
        if (row.publicEmail() == null) {
            return new Prepared(Optional.empty(), Outcome.NO_EMAIL);
        }
        JsonNode document = read(row.document());
        Matcher version =
                VERSION.matcher(document.at("/credentialSubject/achievement/id").asText());
        if (!version.find()) {
            throw ProblemException.notFound();
        }
        OrganisationId organisation = new OrganisationId(row.organisationId());
        Database.alsoForOrganisation(handle, organisation);
        IssuerKey key = keys.useRsa(handle, organisation);
        Wish wish = new Wish(
                organisation, document, version.group(1), platform.ids().uuid(), key);
        return new Prepared(Optional.of(wish), Outcome.PUBLIC);
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a released badge does not read back", e);
        }
    }

    private Outcome release(HolderId holder, CredentialId badge, Wish wish) {
        String hosted = documents.hosted(wish.id(), wish.version(), wish.badge());
        String signed = sign(wish);
        VerifyBeforeRelease.Judgement judgement = judge(wish.id(), hosted, signed);
        if (judgement.verdict() != Verdict.VALID) {
            LOG.error(
                    "A badge of organisation {} has no form of Open Badges 2.0: {}",
                    wish.organisation(),
                    judgement.reasons());
            return Outcome.REFUSED;
        }
        return platform.database().inHolder(holder, handle -> {
            AssertionDao dao = handle.attach(AssertionDao.class);
            if (dao.lockSpace(holder.value()).isEmpty()
                    || dao.lock(badge.value(), holder.value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            Database.alsoForOrganisation(handle, wish.organisation());
            keys.used(handle, wish.key());
            int made = dao.insert(
                    wish.id(),
                    wish.organisation().value(),
                    holder.value(),
                    badge.value(),
                    wish.version(),
                    hosted,
                    signed,
                    platform.clock().instant());
            if (made == 1) {
                // Under its organisation, as every line about a badge: so its holder reads which badge it was.
                Actor by = Actor.holder(holder);
                AssertionAudit code = AssertionAudit.BADGE_MADE_PUBLIC;
                platform.audit().record(handle, new AuditEvent(wish.organisation(), by, code, badge.value()));
            }
            return Outcome.PUBLIC;
        });
    }

    private String sign(Wish wish) {
        String payload = documents.signed(
                wish.id(), wish.version(), wish.badge(), wish.key().id());
        String input = HEADER + "." + encode(payload.getBytes(StandardCharsets.UTF_8));
        return input + "." + encode(wish.key().signer().sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As an independent verifier would, once the hosted form is at its address. */
    private VerifyBeforeRelease.Judgement judge(UUID id, String hosted, String signed) {
        URI address = URI.create(addresses.hosted(id));
        return new VerifyBeforeRelease(
                        platform.settings(),
                        platform.clock(),
                        verifier,
                        List.of(
                                uri -> uri.equals(address)
                                        ? Optional.of(PublishedDocument.of("application/ld+json", hosted, 0))
                                        : Optional.empty(),
                                published))
                .judge(new SignedForms(hosted, signed));
    }
}
