/** Erasure and export of contacts. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.holder.contact.personal;
