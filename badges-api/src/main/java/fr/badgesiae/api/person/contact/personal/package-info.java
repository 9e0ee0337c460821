/** Erasure, export and merge of contacts. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.person.contact.personal;
