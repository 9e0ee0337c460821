package fr.badgesiae.api.platform.auth.passkey;

/** A verified registration. */
@SuppressWarnings("ArrayRecordComponent") // bound to a statement; never compared
record NewPasskey(
        byte[] credentialId, byte[] publicKey, long signatureCount, boolean backupEligible, boolean backedUp) {}
