/** Erasure and export of a holder's space. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.holder.personal;
