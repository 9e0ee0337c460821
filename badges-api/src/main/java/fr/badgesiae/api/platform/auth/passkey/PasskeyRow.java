package fr.badgesiae.api.platform.auth.passkey;

/** What an assertion is checked against, with the user handle of its owner. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record PasskeyRow(
        byte[] credentialId,
        byte[] userHandle,
        byte[] publicKey,
        long signatureCount,
        boolean backupEligible,
        boolean backedUp,
        String name) {}
