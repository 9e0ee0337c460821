/** Erasure and export of people. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.person.personal;
