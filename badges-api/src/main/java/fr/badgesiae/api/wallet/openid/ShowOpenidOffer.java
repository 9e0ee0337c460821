package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Reads an offer that its holder made with a picture, and what became of it. */
public final class ShowOpenidOffer {
    private final Database database;
    private final Vault vault;
    private final Clock clock;

    ShowOpenidOffer(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The offer.
     *
     * @param name of the badge
     * @param codes empty once a wallet used them, once they have expired, and after too many wrong transaction codes
     * @param taken whether a wallet has its copy
     */
    public record Shown(
            OrganisationId organisation,
            String name,
            FrenchZone zone,
            OpenidWallet wallet,
            EditionChoice choice,
            Optional<OfferCodes> codes,
            boolean taken) {}

    /** @throws ProblemException NOT_FOUND for an offer that is not this holder's, or is forgotten */
    public Shown apply(HolderId holder, CredentialId badge, UUID offer) {
        OpenidOfferDao.MadeRow row = database.inHolder(
                        holder,
                        handle -> handle.attach(OpenidOfferDao.class).made(offer, badge.value(), holder.value()))
                .orElseThrow(ProblemException::notFound);
        return new Shown(
                new OrganisationId(row.organisationId()),
                row.achievementName(),
                FrenchZone.of(row.timeZone()),
                row.wallet(),
                new EditionChoice(row.nameChoice(), row.showsEvidence(), row.readDigest()),
                Optional.ofNullable(row.codesSealed())
                        .filter(codes -> row.expiresAt().isAfter(clock.instant()))
                        .map(codes -> OfferCodes.parse(new String(
                                vault.open(codes, OfferByOpenid.context(offer, holder)), StandardCharsets.UTF_8))),
                row.taken());
    }
}
