package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.pathway.OpenPathway;
import fr.badgesiae.api.pathway.PathwayForm;
import fr.badgesiae.api.person.CreatePerson;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.person.notice.NoticeDay;
import fr.badgesiae.api.person.notice.RecordNotice;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.reopening.PrintReopening;
import fr.badgesiae.api.reopening.ReopenAccess;
import fr.badgesiae.api.reopening.ReopeningReason;
import fr.badgesiae.api.reopening.UseReopening;
import fr.badgesiae.api.request.space.AskForBadge;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One invented person in a structure, told in days before today. Each method adds events; nothing happens before the end. */
final class Life {
    private final Structure structure;
    private final Platform platform;
    private final PersonForm name;
    private @Nullable PersonId id;
    private @Nullable HolderId holder;
    private @Nullable Code card;
    private @Nullable String pin;

    Life(Structure structure, String firstName, String lastName, PersonKind kind) {
        this.structure = structure;
        this.platform = structure.past().platform();
        this.name = new PersonForm(firstName, lastName, kind);
    }

    Structure structure() {
        return structure;
    }

    String fullName() {
        return name.firstName() + " " + name.lastName();
    }

    /** What this person reads of a badge with these words before they share it. */
    String read(String narrative, String evidence) {
        return EditionChoice.fingerprint(
                Person.shortName(name.firstName(), name.lastName()), fullName(), narrative, evidence);
    }

    PersonId id() {
        return Objects.requireNonNull(id, "nobody before their file");
    }

    /** Of the space that the first accepted badge made. */
    HolderId holder() {
        return Objects.requireNonNull(holder, "no space before the first badge");
    }

    Code card() {
        return Objects.requireNonNull(card, "no card before the first badge");
    }

    String pin() {
        return Objects.requireNonNull(pin, "no PIN before the first badge");
    }

    void holds(HolderId space, Code code, String chosen) {
        holder = space;
        card = code;
        pin = chosen;
    }

    boolean hasCard() {
        return card != null;
    }

    /** A file without anything else. */
    Life file(int daysAgo) {
        structure.timeline().on(daysAgo, () -> id = new CreatePerson(platform).apply(structure.member(), name));
        return this;
    }

    /** A file and the information sheet on the same day. */
    Life arrives(int daysAgo) {
        file(daysAgo);
        structure.timeline().on(daysAgo, () -> {
            RecordNotice record = new RecordNotice(
                    platform, structure.past().features().organisation().organisations());
            boolean given = record.apply(structure.member(), id(), new NoticeDay("today", ""), Locale.FRENCH)
                    .isEmpty();
            Story.require(given, "a sheet was not given");
        });
        return this;
    }

    /**
     * A pathway that began on that day.
     *
     * @param passIae or empty
     */
    Life pathway(int daysAgo, int months, String passIae) {
        structure.timeline().on(daysAgo, () -> {
            LocalDate start = structure.timeline().day(daysAgo);
            PathwayForm form = new PathwayForm(
                    start.toString(), start.plusMonths(months).minusDays(1).toString(), passIae);
            OpenPathway.Outcome outcome =
                    structure.past().features().pathway().open().apply(structure.member(), id(), form);
            Story.require(outcome instanceof OpenPathway.Outcome.Opened, "a pathway was not opened");
        });
        return this;
    }

    /** @param endedDaysAgo the day on which the contract ended, written down on the same day */
    Life leaves(int endedDaysAgo) {
        structure.timeline().on(endedDaysAgo, () -> {
            String day = structure.timeline().day(endedDaysAgo).toString();
            boolean written = structure
                    .past()
                    .features()
                    .privacy()
                    .contractEnd()
                    .apply(structure.member(), id(), day)
                    .isEmpty();
            Story.require(written, "an end of contract was not written");
        });
        return this;
    }

    /** The structure needs the file for a dispute. */
    Life fileIsHeld(int daysAgo) {
        structure
                .timeline()
                .on(daysAgo, () -> structure.past().features().privacy().hold().apply(structure.member(), id(), true));
        return this;
    }

    /** Asks the structure for a badge, from the space. */
    Life asks(int daysAgo, String badge, String words) {
        structure.timeline().on(daysAgo, () -> {
            AskForBadge.Outcome outcome = structure
                    .past()
                    .features()
                    .request()
                    .ask()
                    .apply(holder(), id(), structure.published(badge).achievement(), words);
            Story.require(outcome == AskForBadge.Outcome.SENT, "a badge was not asked for");
        });
        return this;
    }

    /** Another member asks for a badge for this person. */
    Life suggested(int daysAgo, Principal by, String badge, String words) {
        structure.timeline().on(daysAgo, () -> {
            boolean sent = structure
                    .past()
                    .features()
                    .request()
                    .suggest()
                    .apply(by, id(), structure.published(badge).achievement(), words)
                    .isPresent();
            Story.require(sent, "a badge was not asked for");
        });
        return this;
    }

    Proposal offered(int daysAgo, String badge, String narrative) {
        return offered(daysAgo, badge, narrative, "");
    }

    Proposal offered(int daysAgo, String badge, String narrative, String evidence) {
        return new Proposal(this, daysAgo, badge, narrative, evidence, null);
    }

    /** Opens the space with card and PIN. */
    Life opensSpace(int daysAgo) {
        structure.timeline().on(daysAgo, () -> {
            OpenSpace.Outcome outcome =
                    structure.past().features().holder().space().apply(card(), pin(), Client.unknown());
            Story.require(outcome instanceof OpenSpace.Opened, "a space did not open");
        });
        return this;
    }

    /** A slip that reopens the space is made. */
    Life asksForNewCard(int daysAgo, ReopeningReason reason) {
        structure.timeline().on(daysAgo, () -> {
            ReopenAccess.Outcome outcome =
                    structure.past().features().reopening().reopen().apply(structure.member(), id(), reason);
            Story.require(outcome == ReopenAccess.Outcome.MADE, "a slip was not made");
        });
        return this;
    }

    /** The slip is used. */
    Life getsNewCard(int daysAgo) {
        structure.timeline().on(daysAgo, () -> {
            var reopening = structure.past().features().reopening();
            PrintReopening.Slip slip = reopening.print().apply(structure.member(), id());
            UseReopening.Outcome outcome = reopening
                    .use()
                    .apply(
                            slip.secrets().code(),
                            slip.secrets().pin(),
                            platform.ids().pin(),
                            Client.unknown());
            Story.require(outcome instanceof UseReopening.Opened, "a slip did not open the space");
        });
        return this;
    }
}
