/** Erasure and export of acceptances. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.claim.personal;
