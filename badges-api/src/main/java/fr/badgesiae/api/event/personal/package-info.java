/** Erasure and export of entries. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.event.personal;
