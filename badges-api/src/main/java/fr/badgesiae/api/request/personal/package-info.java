/** Erasure and export of requests. Statements only; knows no other class of its feature. */
package fr.badgesiae.api.request.personal;
