package fr.badgesiae.api.journal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The audit codes of all features as the journal reads them, each with its kind. */
enum Act {
    WORKER_CREATED(ActKind.PEOPLE),
    WORKER_CHANGED(ActKind.PEOPLE),
    WORKER_KIND_CHANGED(ActKind.PEOPLE),
    WORKERS_MERGED(ActKind.PEOPLE),
    WORKER_MERGED_AWAY(ActKind.PEOPLE),
    WORKERS_DISTINCT(ActKind.PEOPLE),
    WORKERS_ALIKE_AGAIN(ActKind.PEOPLE),
    PEOPLE_IMPORT_STARTED(ActKind.PEOPLE),
    PEOPLE_IMPORT_STOPPED(ActKind.PEOPLE),
    PEOPLE_IMPORT_TAKEN_BACK(ActKind.PEOPLE),
    PERSON_CONTACT_CHANGED(ActKind.PEOPLE),
    PERSON_CONTACT_REVEALED(ActKind.PEOPLE),
    NOTICE_GIVEN(ActKind.PEOPLE),
    PATHWAY_OPENED(ActKind.PEOPLE),
    PATHWAY_CHANGED(ActKind.PEOPLE),
    PASS_IAE_REVEALED(ActKind.PEOPLE),
    GROUP_CREATED(ActKind.PEOPLE),
    GROUP_CHANGED(ActKind.PEOPLE),
    GROUP_ARCHIVED(ActKind.PEOPLE),
    GROUP_RESTORED(ActKind.PEOPLE),
    GROUP_PEOPLE_ADDED(ActKind.PEOPLE),
    GROUP_PEOPLE_REMOVED(ActKind.PEOPLE),
    ATTESTATION_WRITTEN(ActKind.PEOPLE),
    OBSERVATION_NOTED(ActKind.PEOPLE),
    OBSERVATION_CHANGED(ActKind.PEOPLE),
    OBSERVATION_DELETED(ActKind.PEOPLE),
    OBSERVATION_OBJECTED(ActKind.PEOPLE),
    OBSERVATION_ACCEPTED(ActKind.PEOPLE),
    CLIENT_CODE_MADE(ActKind.PEOPLE),
    CLIENT_CODE_ENDED(ActKind.PEOPLE),
    CLIENT_RETURN_NOTED(ActKind.PEOPLE),
    CLIENT_CODE_REPORTED(ActKind.PEOPLE),
    OFFER_MADE(ActKind.OFFERS),
    BADGE_REQUESTED(ActKind.OFFERS),
    BADGE_SUGGESTED(ActKind.OFFERS),
    REQUEST_QUESTIONED(ActKind.OFFERS),
    REQUEST_ANSWERED(ActKind.OFFERS),
    REQUEST_ACCEPTED(ActKind.OFFERS),
    REQUEST_REFUSED(ActKind.OFFERS),
    REQUEST_WITHDRAWN(ActKind.OFFERS),
    AWARD_RUN_STARTED(ActKind.OFFERS),
    AWARD_RUN_STOPPED(ActKind.OFFERS),
    AWARD_RUN_DISCARDED(ActKind.OFFERS),
    CEREMONY_PLANNED(ActKind.OFFERS),
    CEREMONY_CHANGED(ActKind.OFFERS),
    CEREMONY_CANCELLED(ActKind.OFFERS),
    EVENT_PLANNED(ActKind.OFFERS),
    EVENT_CHANGED(ActKind.OFFERS),
    EVENT_ENDED(ActKind.OFFERS),
    EVENT_REOPENED(ActKind.OFFERS),
    EVENT_ENTRIES_KEPT(ActKind.OFFERS),
    EVENT_ENTRIES_REFUSED(ActKind.OFFERS),
    OFFER_CORRECTED(ActKind.OFFERS),
    OFFER_CANCELLED(ActKind.OFFERS),
    OFFER_EXPIRED(ActKind.OFFERS),
    OFFER_REISSUED(ActKind.OFFERS),
    OFFER_PROLONGED(ActKind.OFFERS),
    OFFER_REMINDED(ActKind.OFFERS),
    SLIP_PRINTED(ActKind.OFFERS),
    SLIP_GIVEN_AGAIN(ActKind.OFFERS),
    DEVICE_HANDED_OVER(ActKind.OFFERS),
    CLAIM_OPENED(ActKind.OFFERS),
    SLIP_LOCKED(ActKind.OFFERS),
    OFFER_ACCEPTED(ActKind.OFFERS),
    OFFER_DISPUTED(ActKind.OFFERS),
    OFFER_DECLINED(ActKind.OFFERS),
    CREDENTIAL_SIGNED(ActKind.BADGES),
    CREDENTIAL_VOIDED(ActKind.BADGES),
    CREDENTIAL_REISSUED(ActKind.BADGES),
    CREDENTIAL_NOT_REISSUED(ActKind.BADGES),
    CREDENTIAL_REVOKED(ActKind.BADGES),
    CREDENTIAL_PAUSED(ActKind.BADGES),
    CREDENTIAL_RESUMED(ActKind.BADGES),
    CREDENTIAL_TEXT_REPLACED(ActKind.BADGES),
    CREDENTIAL_TEXT_NOT_REPLACED(ActKind.BADGES),
    CREDENTIAL_RENEWED(ActKind.BADGES),
    CREDENTIAL_WITHDRAWN(ActKind.BADGES),
    ACHIEVEMENT_CREATED(ActKind.CATALOGUE),
    ACHIEVEMENT_CHANGED(ActKind.CATALOGUE),
    ACHIEVEMENT_PUBLISHED(ActKind.CATALOGUE),
    PUBLICATION_ASKED(ActKind.CATALOGUE),
    PUBLICATION_WITHDRAWN(ActKind.CATALOGUE),
    PUBLICATION_SENT_BACK(ActKind.CATALOGUE),
    ACHIEVEMENT_ARCHIVED(ActKind.CATALOGUE),
    ACCESS_REOPENING_MADE(ActKind.ACCESS),
    ACCESS_REOPENING_PRINTED(ActKind.ACCESS),
    ACCESS_REOPENING_CANCELLED(ActKind.ACCESS),
    ACCESS_REOPENING_LOCKED(ActKind.ACCESS),
    ACCESS_REOPENED(ActKind.ACCESS),
    ACCESS_REOPENING_REVIEWED(ActKind.ACCESS),
    CARD_GIVEN_UP(ActKind.ACCESS),
    CARD_KEPT(ActKind.ACCESS),
    DESK_FILE_ERASED(ActKind.DATA),
    DESK_FILE_EXPORTED(ActKind.DATA),
    PEOPLE_LIST_TAKEN(ActKind.DATA),
    OFFER_LIST_TAKEN(ActKind.DATA),
    OBSERVATION_LIST_TAKEN(ActKind.DATA),
    BADGE_LIST_TAKEN(ActKind.DATA),
    JOURNAL_TAKEN(ActKind.DATA),
    FIGURES_TAKEN(ActKind.DATA),
    ERASURE_HELD(ActKind.DATA),
    ERASURE_RELEASED(ActKind.DATA),
    CONTRACT_END_CHANGED(ActKind.DATA),
    ERASURE_RUN_STOPPED(ActKind.DATA),
    ERASURE_RUN_CONFIRMED(ActKind.DATA),
    CLOSING_RUN_STOPPED(ActKind.DATA),
    CLOSING_RUN_CONFIRMED(ActKind.DATA),
    ADMIN_CREATED(ActKind.TEAM),
    ADMIN_RECOVERED(ActKind.TEAM),
    MEMBER_INVITED(ActKind.TEAM),
    INVITATION_CANCELLED(ActKind.TEAM),
    MEMBER_JOINED(ActKind.TEAM),
    MEMBER_RIGHTS_CHANGED(ActKind.TEAM),
    MEMBER_TEAMS_CHANGED(ActKind.TEAM),
    RIGHTS_DELEGATED(ActKind.TEAM),
    DELEGATION_ENDED(ActKind.TEAM),
    WORK_HANDED_OVER(ActKind.TEAM),
    MEMBER_DEACTIVATED(ActKind.TEAM),
    PASSWORD_CHANGED(ActKind.TEAM),
    PASSWORD_RESET_LINK_MADE(ActKind.TEAM),
    SIGNED_IN(ActKind.TEAM),
    SIGN_IN_FAILED(ActKind.TEAM),
    SIGNED_OUT(ActKind.TEAM),
    DEVICE_TAKEN_BACK(ActKind.TEAM),
    ORGANISATION_CREATED(ActKind.ORGANISATION),
    PASS_IAE_ASKED(ActKind.ORGANISATION),
    PASS_IAE_NOT_ASKED(ActKind.ORGANISATION),
    PASS_IAE_REMOVED(ActKind.ORGANISATION),
    ORGANISATION_CHANGED(ActKind.ORGANISATION),
    SIRET_CHANGED(ActKind.ORGANISATION),
    ORGANISATION_PAUSED(ActKind.ORGANISATION),
    ORGANISATION_PAUSED_BY_OPERATOR(ActKind.ORGANISATION),
    ORGANISATION_RESUMED(ActKind.ORGANISATION),
    PAUSE_ASKED(ActKind.ORGANISATION),
    PAUSE_WITHDRAWN(ActKind.ORGANISATION),
    NETWORK_MESSAGE_SENT(ActKind.ORGANISATION),
    NETWORK_MESSAGE_WITHDRAWN(ActKind.ORGANISATION),
    SECOND_READER_REQUIRED(ActKind.ORGANISATION),
    SECOND_READER_DROPPED(ActKind.ORGANISATION),
    LOGO_REPLACED(ActKind.ORGANISATION),
    LOGO_REMOVED(ActKind.ORGANISATION),
    DEMONSTRATION_SEEDED(ActKind.ORGANISATION),
    TRUST_LIST_PUBLISHED(ActKind.TRUST),
    TRUST_SIGNER_PINNED(ActKind.TRUST),
    TRUST_SIGNER_UNPINNED(ActKind.TRUST),
    TRUST_LIST_IMPORTED(ActKind.TRUST),
    KEY_CREATED(ActKind.SIGNING),
    KEY_WILL_BE_USED(ActKind.SIGNING),
    KEY_USED(ActKind.SIGNING),
    STATUS_LIST_PUBLISHED(ActKind.SIGNING),
    CREDENTIAL_WILL_BE_SIGNED(ActKind.SIGNING),
    EDITION_ASKED(ActKind.SPACE),
    EDITION_SIGNED(ActKind.SPACE),
    EDITION_WILL_BE_REISSUED(ActKind.SPACE),
    EDITION_WILL_FOLLOW(ActKind.SPACE),
    EDITION_REISSUED(ActKind.SPACE),
    EDITION_NOT_REISSUED(ActKind.SPACE),
    EDITION_VOIDED(ActKind.SPACE),
    WALLET_COPY_ASKED(ActKind.SPACE),
    WALLET_COPY_SIGNED(ActKind.SPACE),
    PAPER_CODE_ASKED(ActKind.SPACE),
    WALLET_COPY_WITHDRAWN(ActKind.SPACE),
    WALLET_CODES_GUESSED(ActKind.SPACE),
    BADGE_MADE_PUBLIC(ActKind.SPACE),
    PUBLIC_BADGE_WITHDRAWN(ActKind.SPACE),
    CONTACT_CONFIRMED(ActKind.SPACE),
    CONTACT_REMOVED(ActKind.SPACE),
    IMPORTED_BADGE_KEPT(ActKind.SPACE),
    IMPORTED_BADGE_REPLACED(ActKind.SPACE),
    IMPORTED_BADGE_REMOVED(ActKind.SPACE),
    HOLDER_CREATED(ActKind.SPACE),
    HOLDER_OPENED(ActKind.SPACE),
    HOLDER_PIN_CHANGED(ActKind.SPACE),
    RECOVERY_CARD_MADE(ActKind.SPACE),
    SPACES_JOINED(ActKind.SPACE),
    HOLDER_PHONE_ADDED(ActKind.SPACE),
    HOLDER_PHONE_REMOVED(ActKind.SPACE),
    HOLDER_PHONES_REMOVED(ActKind.SPACE),
    HOLDER_PHONE_REFUSED(ActKind.SPACE),
    SHARE_CREATED(ActKind.SPACE),
    SHARE_CHANGED(ActKind.SPACE),
    SHARE_PROLONGED(ActKind.SPACE),
    SHARE_SWITCHED_OFF(ActKind.SPACE),
    SHARE_SWITCHED_ON(ActKind.SPACE),
    SHARE_NETWORK_HIDDEN(ActKind.SPACE),
    SHARE_NETWORK_SHOWN(ActKind.SPACE),
    ALL_HIDDEN(ActKind.SPACE),
    HIDING_UNDONE(ActKind.SPACE),
    ACCESS_REOPENING_OBJECTED(ActKind.SPACE),
    ACCESS_REOPENING_CONFIRMED(ActKind.SPACE),
    SPACE_ERASED(ActKind.SPACE),
    SPACE_EXPORTED(ActKind.SPACE);

    /** Kinds with acts on one person. */
    private static final Set<ActKind> ABOUT_PEOPLE =
            EnumSet.of(ActKind.PEOPLE, ActKind.OFFERS, ActKind.BADGES, ActKind.ACCESS, ActKind.DATA);

    /** What members looked at or took with them, and what the management examined: for the management alone. */
    private static final Set<Act> FOR_MANAGEMENT =
            EnumSet.of(PASS_IAE_REVEALED, PERSON_CONTACT_REVEALED, DESK_FILE_EXPORTED, ACCESS_REOPENING_REVIEWED);

    private static final Set<Act> ABOUT_MANY = EnumSet.of(
            GROUP_CREATED,
            GROUP_CHANGED,
            GROUP_ARCHIVED,
            GROUP_RESTORED,
            GROUP_PEOPLE_ADDED,
            GROUP_PEOPLE_REMOVED,
            PEOPLE_IMPORT_STARTED,
            PEOPLE_IMPORT_STOPPED,
            PEOPLE_IMPORT_TAKEN_BACK,
            PEOPLE_LIST_TAKEN,
            OFFER_LIST_TAKEN,
            OBSERVATION_LIST_TAKEN,
            BADGE_LIST_TAKEN,
            JOURNAL_TAKEN,
            FIGURES_TAKEN,
            ERASURE_RUN_STOPPED,
            ERASURE_RUN_CONFIRMED,
            CLOSING_RUN_STOPPED,
            CLOSING_RUN_CONFIRMED,
            AWARD_RUN_STARTED,
            AWARD_RUN_STOPPED,
            AWARD_RUN_DISCARDED,
            CEREMONY_PLANNED,
            CEREMONY_CHANGED,
            CEREMONY_CANCELLED,
            EVENT_PLANNED,
            EVENT_CHANGED,
            EVENT_ENDED,
            EVENT_REOPENED,
            EVENT_ENTRIES_KEPT,
            EVENT_ENTRIES_REFUSED);

    /** Acts on two files that the desk compares: of two people, neither learns of the other. */
    private static final Set<Act> FOR_THE_DESK = EnumSet.of(WORKERS_DISTINCT, WORKERS_ALIKE_AGAIN);

    static final Set<Act> ON_COPIES = EnumSet.of(WALLET_COPY_ASKED, WALLET_COPY_SIGNED, WALLET_COPY_WITHDRAWN);

    /** Acts on what its holder named: links and phones. */
    static final Set<Act> ON_NAMED = EnumSet.of(
            EDITION_WILL_BE_REISSUED,
            EDITION_WILL_FOLLOW,
            EDITION_REISSUED,
            EDITION_NOT_REISSUED,
            HOLDER_PHONE_ADDED,
            HOLDER_PHONE_REFUSED,
            SHARE_CREATED,
            SHARE_CHANGED,
            SHARE_PROLONGED,
            SHARE_SWITCHED_OFF,
            SHARE_SWITCHED_ON,
            SHARE_NETWORK_HIDDEN,
            SHARE_NETWORK_SHOWN);

    private final ActKind kind;

    Act(ActKind kind) {
        this.kind = kind;
    }

    ActKind kind() {
        return kind;
    }

    private boolean aboutOne() {
        return ABOUT_PEOPLE.contains(kind) && !ABOUT_MANY.contains(this);
    }

    /** The codes of one kind, or all that the journal shows without being asked for a kind. */
    static String[] shown(Optional<ActKind> wanted) {
        return Arrays.stream(values())
                .filter(act -> wanted.map(kind -> kind == act.kind)
                        .orElse(act.kind != ActKind.SIGNING && act.kind != ActKind.SPACE))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The codes of acts on one person; the management reads more of them. */
    static String[] aboutOne(boolean management) {
        return Arrays.stream(values())
                .filter(act -> act.aboutOne() && (management || !FOR_MANAGEMENT.contains(act)))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The codes that a holder reads: their own acts and those on their file. */
    static String[] ofHolder() {
        return Arrays.stream(values())
                .filter(act -> act.kind == ActKind.SPACE || (act.aboutOne() && !FOR_THE_DESK.contains(act)))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
