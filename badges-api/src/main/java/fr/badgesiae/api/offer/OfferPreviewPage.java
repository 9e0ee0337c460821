package fr.badgesiae.api.offer;

/**
 * What will be signed and seen, before the offer is made.
 *
 * @param typed carried on to the offer
 * @param organisation the issuer's name as signed
 * @param json the unsigned credential, indented
 */
public record OfferPreviewPage(
        OfferFormPages.Typed typed,
        String workerName,
        OfferText text,
        String organisation,
        String imageUrl,
        String json) {}
