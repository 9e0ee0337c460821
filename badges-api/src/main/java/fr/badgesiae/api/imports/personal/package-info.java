/** Erasure and export of imports. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.imports.personal;
