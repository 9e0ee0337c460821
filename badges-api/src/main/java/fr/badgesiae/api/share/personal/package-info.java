/** Erasure and export of share links. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.share.personal;
