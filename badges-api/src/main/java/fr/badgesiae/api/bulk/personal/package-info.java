/** Erasure and export of runs. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.bulk.personal;
