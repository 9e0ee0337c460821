/** What the page behind a share link and the holder's space say alike. Knows no link and no table. */
package fr.badgesiae.api.share.words;
