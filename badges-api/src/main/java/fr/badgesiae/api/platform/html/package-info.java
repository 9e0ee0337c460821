/**
 * Pages: templates, what each of them may know of its request, the layout's words, and the files beside them. Knows no
 * feature; a feature hands over one public record a page. Start reading at {@link fr.badgesiae.api.platform.html.Pages}.
 */
package fr.badgesiae.api.platform.html;
