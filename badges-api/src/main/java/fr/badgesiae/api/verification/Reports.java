package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.verification.VerifyPages.Report.Endorsed;
import fr.badgesiae.api.verification.VerifyPages.Report.Issuer;
import fr.badgesiae.api.verification.VerifyPages.Report.Judged;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts judgements into words for a page; of a badge of ours it says what the desk knows and no public list does. */
final class Reports {
    private final Settings settings;
    private final Database database;
    private final RegisteredIssuers issuers;
    private final Credentials credentials;

    Reports(Settings settings, Database database, RegisteredIssuers issuers, Credentials credentials) {
        this.settings = settings;
        this.database = database;
        this.issuers = issuers;
        this.credentials = credentials;
    }

    VerifyPages.Report page(List<VerificationReport> reports, Locale language) {
        return new VerifyPages.Report(
                reports.stream().map(report -> judged(report, language)).toList(),
                reports.get(0).at());
    }

    private Judged judged(VerificationReport report, Locale language) {
        SignedBadge badge = SignedBadge.proven(report) ? SignedBadge.of(report) : null;
        IssuedCredential own = badge == null ? null : own(report).orElse(null);
        Banner banner = banner(report, badge, own);
        boolean unread = report.check(CheckName.FORMAT).outcome() == Outcome.FAILED;
        return new Judged(
                banner,
                unread ? "verification.report.no-badge" : "verification.headline." + banner.key(),
                meaningKey(report, banner, unread),
                badge,
                badge == null ? null : settings.pathOf(badge.imageUrl()),
                Issuer.of(report),
                own != null,
                own == null || own.publicReason() == null
                        ? null
                        : own.publicReason().name(),
                CheckLine.of(report, language),
                report.endorsements().stream().map(Reports::endorsed).toList(),
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(ReportJson.bytes(report, language)));
    }

    /** Of an issuer nobody here answers for, no more is said than that the bytes are its own. */
    private static String meaningKey(VerificationReport report, Banner banner, boolean unread) {
        if (unread) {
            return "verification.report.no-badge.meaning";
        }
        boolean stranger = report.issuer().registered() == null && report.headline() == Headline.AUTHENTIC;
        return stranger ? "verification.report.stranger" : "verification.meaning." + banner.key();
    }

    private static Endorsed endorsed(VerificationReport report) {
        String text = SignedBadge.proven(report)
                ? report.credential()
                        .path("credentialSubject")
                        .path("endorsementComment")
                        .textValue()
                : null;
        return new Endorsed(new Banner(report.headline(), null), Issuer.of(report), text);
    }

    /** The badge as our own desk knows it, whoever brought it. */
    private Optional<IssuedCredential> own(VerificationReport report) {
        String start = settings.url("/credentials/");
        String id = report.credential().path("id").asText();
        return id.startsWith(start)
                ? Optional.ofNullable(report.issuer().id())
                        .flatMap(issuers::organisation)
                        .flatMap(organisation -> credential(organisation, id.substring(start.length())))
                : Optional.empty();
    }

    private Optional<IssuedCredential> credential(OrganisationId organisation, String id) {
        try {
            CredentialId credential = CredentialId.parse(id);
            return database.inOrganisation(organisation, handle -> credentials.find(handle, organisation, credential));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Banner banner(VerificationReport report, SignedBadge badge, IssuedCredential own) {
        Instant since = switch (report.headline()) {
            case EXPIRED -> badge == null ? null : badge.validUntil();
            case NOT_YET_VALID -> badge == null ? null : badge.validFrom();
            case REVOKED -> own == null ? null : own.revokedAt();
            case SUSPENDED, AUTHENTIC, NOT_AUTHENTIC, CANNOT_TELL -> null;
        };
        return new Banner(report.headline(), since);
    }
}
