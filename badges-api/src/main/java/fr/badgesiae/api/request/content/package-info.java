/** States and closed lists of requests. Knows no other room of the feature. */
package fr.badgesiae.api.request.content;
