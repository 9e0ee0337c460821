/**
 * Learner Credential Wallet: the interaction that it reads from an address, and the link that it answers at once. Start reading
 * at {@link fr.badgesiae.api.wallet.lcw.LcwResource}.
 */
package fr.badgesiae.api.wallet.lcw;
