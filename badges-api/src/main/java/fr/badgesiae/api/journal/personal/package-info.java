/** Export of the lines that concern a person. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.journal.personal;
