package fr.badgesiae.api.credential;

import java.util.UUID;

/** What finishing needs to know of a credential, whatever its state. */
public record UnfinishedRow(
        UUID id, CredentialState state, UUID awardId, UUID offerId, UUID statusListId, String payload, UUID lease) {}
