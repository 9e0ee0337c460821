/** Erasure of offers to wallets. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.wallet.personal;
