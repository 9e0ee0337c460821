/** Erasure and export of public badges. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.assertion.personal;
