package fr.badgesiae.api.wallet;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.platform.HolderId;
import java.time.Instant;
import java.util.UUID;

/**
 * An offer that can still be taken.
 *
 * @param badge as it was accepted
 * @param choice what the copy shows; bound to no wallet yet
 * @param challenge what the wallet signs
 */
public record WalletOffer(
        UUID id, HolderId holder, CredentialId badge, EditionChoice choice, String challenge, Instant expires) {}
