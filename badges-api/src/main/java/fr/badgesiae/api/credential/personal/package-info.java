/** Erasure and export of awards and badges. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.credential.personal;
