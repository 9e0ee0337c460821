package fr.badgesiae.api.wallet;

/** How a wallet answers an offer; their names are stored and never change. An offer of one kind is no offer of another. */
public enum WalletOfferKind {
    /** The wallet asks what to prove, at an address that it read. */
    INTERACTION,
    /** The link says what to prove, and the wallet proves it at once. */
    LINK
}
