/** Erasure and export of reopenings. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.reopening.personal;
