/** Erasure and export of pathways. Statements only; the PASS IAE number is opened by its caller. */
package fr.badgesiae.api.pathway.personal;
