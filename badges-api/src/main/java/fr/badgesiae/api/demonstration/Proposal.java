package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimModule;
import fr.badgesiae.api.claim.CreateRecoveryCard;
import fr.badgesiae.api.claim.OpenClaim;
import fr.badgesiae.api.claim.Progress;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.edition.pause.PauseBadge;
import fr.badgesiae.api.edition.pause.ResumeBadge;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.client.Client;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One badge that is offered to somebody, and what becomes of it. Each method adds an event. */
final class Proposal {
    private final Life life;
    private final Structure structure;
    private final Platform platform;
    private final OrganisationId organisation;
    private final AccountId by;
    private final String narrative;
    private final String evidence;
    private @Nullable OfferId offer;
    private @Nullable CredentialId credential;

    /** @param renews what it renews, or null */
    Proposal(Life life, int daysAgo, String badge, String narrative, String evidence, @Nullable Proposal renews) {
        this.life = life;
        this.structure = life.structure();
        this.platform = structure.past().platform();
        this.organisation = structure.id();
        this.by = structure.member().account();
        this.narrative = narrative;
        this.evidence = evidence;
        structure.timeline().on(daysAgo, () -> offer(badge, narrative, evidence, renews));
    }

    private OfferModule offers() {
        return structure.past().features().offer();
    }

    private ClaimModule claims() {
        return structure.past().features().claim();
    }

    OfferId id() {
        return Objects.requireNonNull(offer, "not offered yet");
    }

    CredentialId credential() {
        return Objects.requireNonNull(credential, "not accepted yet");
    }

    Life person() {
        return life;
    }

    private void on(int daysAgo, Runnable act) {
        structure.timeline().on(daysAgo, act);
    }

    private void offer(String badge, String narrative, String evidence, @Nullable Proposal renews) {
        PublishedAchievement version = structure.published(badge);
        OfferRequest request = new OfferRequest(life.id(), version.id(), narrative, evidence);
        OfferBadge.Outcome outcome =
                offers().offer().apply(organisation, by, request, renews == null ? null : renews.credential());
        Story.require(outcome instanceof OfferBadge.Offered, "a badge was not offered");
        offer = ((OfferBadge.Offered) outcome).offer();
    }

    /** Another proposal that renews this one. */
    Proposal renewed(int daysAgo, String badge, String text) {
        return new Proposal(life, daysAgo, badge, text, "", this);
    }

    /** Accepted with the slip, on the person's own device. */
    Proposal accepted(int daysAgo, NameChoice name, boolean showEvidence) {
        on(daysAgo, () -> {
            SlipSecrets.Clear slip = slip();
            OpenClaim.Outcome opened = claims().open().apply(slip.code(), slip.pin(), Client.unknown());
            Story.require(opened instanceof OpenClaim.Open, "a slip did not open");
            accept(name, showEvidence, null);
        });
        return this;
    }

    Proposal accepted(int daysAgo) {
        return accepted(daysAgo, NameChoice.FIRST_AND_INITIAL, true);
    }

    /** Accepted on the device of the member, who is the witness. */
    Proposal acceptedInPerson(int daysAgo) {
        on(daysAgo, () -> {
            offers().handOver().apply(organisation, by, id());
            accept(NameChoice.FIRST_AND_INITIAL, true, by);
        });
        return this;
    }

    private SlipSecrets.Clear slip() {
        return offers().print().apply(organisation, by, id()).secrets();
    }

    private void accept(NameChoice name, boolean showEvidence, @Nullable AccountId witness) {
        structure.renewLists();
        Offer shown = platform.database()
                .inOrganisation(
                        organisation,
                        handle -> offers().offers()
                                .find(handle, organisation, id())
                                .orElseThrow());
        AcceptOffer.Outcome outcome = claims().accept()
                .apply(
                        organisation,
                        id(),
                        new AcceptOffer.Acceptance(
                                name, showEvidence, shown.text().fingerprint(), witness));
        Story.require(outcome instanceof AcceptOffer.Accepted, "a badge was not accepted");
        AcceptOffer.Accepted accepted = (AcceptOffer.Accepted) outcome;
        credential = accepted.credential();
        boolean keepsSlip = !life.hasCard() && witness == null;
        if (!life.hasCard()) {
            takeCard(accepted, witness == null);
        }
        // The slip of somebody's first badge shows their card for a while.
        Story.require(keepsSlip || claims().finishClaim().apply(organisation, id()), "a badge was not signed");
    }

    private void takeCard(AcceptOffer.Accepted accepted, boolean ownDevice) {
        String pin = platform.ids().pin();
        Story.require(
                claims().card().apply(organisation, id(), pin) == CreateRecoveryCard.Outcome.TAKEN,
                "a PIN was refused");
        Progress progress = claims().progress().apply(organisation, id());
        life.holds(accepted.holder(), progress.card().orElseThrow(), pin);
        claims().keep().apply(organisation, id(), ownDevice);
    }

    Proposal declined(int daysAgo) {
        on(daysAgo, () -> {
            slip();
            boolean declined = claims().decline().apply(organisation, id()) == OfferState.DECLINED;
            Story.require(declined, "a badge was not declined");
        });
        return this;
    }

    Proposal disputed(int daysAgo, Dispute error) {
        on(daysAgo, () -> {
            slip();
            boolean disputed = claims().dispute().apply(organisation, id(), error) == OfferState.DISPUTED;
            Story.require(disputed, "an error was not reported");
        });
        return this;
    }

    Proposal corrected(int daysAgo, String narrative) {
        on(daysAgo, () -> {
            boolean sent = offers().correct()
                    .apply(organisation, by, id(), narrative, "")
                    .isEmpty();
            Story.require(sent, "an offer was not corrected");
        });
        return this;
    }

    Proposal cancelled(int daysAgo) {
        on(daysAgo, () -> offers().cancel().apply(organisation, by, id()));
        return this;
    }

    Proposal printed(int daysAgo) {
        on(daysAgo, this::slip);
        return this;
    }

    /** The slip is locked by wrong PINs. */
    Proposal locked(int daysAgo) {
        on(daysAgo, () -> {
            SlipSecrets.Clear slip = slip();
            String wrong = slip.pin().equals("482915") ? "482916" : "482915";
            OpenClaim.Outcome outcome = null;
            for (int tries = 0; tries < Offer.MOST_WRONG_PINS; tries++) {
                outcome = claims().open().apply(slip.code(), wrong, Client.unknown());
            }
            Story.require(outcome instanceof OpenClaim.Locked, "a slip was not locked");
        });
        return this;
    }

    Proposal revoked(int daysAgo, PublicReason reason, String note) {
        on(daysAgo, () -> {
            boolean revoked = platform.database()
                    .inOrganisation(
                            organisation,
                            handle -> structure
                                    .past()
                                    .features()
                                    .credential()
                                    .revoke()
                                    .revoke(handle, organisation, credential(), reason, note, Actor.account(by)));
            Story.require(revoked, "a badge was not revoked");
        });
        return this;
    }

    Proposal paused(int daysAgo, PublicReason reason, String note) {
        on(daysAgo, () -> {
            PauseBadge.Outcome outcome = edition().pause().apply(organisation, credential(), reason, note, by);
            Story.require(outcome == PauseBadge.Outcome.DONE, "a badge was not paused");
        });
        return this;
    }

    Proposal resumed(int daysAgo) {
        on(daysAgo, () -> {
            ResumeBadge.Outcome outcome = edition().resume().apply(organisation, credential(), by);
            Story.require(outcome == ResumeBadge.Outcome.DONE, "a badge was not resumed");
        });
        return this;
    }

    private EditionModule edition() {
        return structure.past().features().edition();
    }

    /** The person says that accepting was not their choice. */
    Proposal withdrawn(int daysAgo) {
        on(
                daysAgo,
                () -> Story.require(
                        claims().withdraw().apply(life.holder(), credential()), "an acceptance was not withdrawn"));
        return this;
    }

    /** The person shows the badge. */
    Shown shown(int daysAgo, String label, int days) {
        return new Shown(this, daysAgo, null, label, days);
    }

    /** The person shows the badge without a name. */
    Shown shownNameless(int daysAgo, String label, int days) {
        return new Shown(
                this, daysAgo, new EditionChoice(NameChoice.NONE, false, life.read(narrative, evidence)), label, days);
    }
}
