/**
 * Pages: templates, the context of a request, the words of the layout, and assets. Knows no feature; a feature passes one
 * public record for each page. Start reading at {@link fr.badgesiae.api.platform.html.Pages}.
 */
package fr.badgesiae.api.platform.html;
