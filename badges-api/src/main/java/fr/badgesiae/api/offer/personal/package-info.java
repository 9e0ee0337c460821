/** Erasure and export of offers. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.offer.personal;
