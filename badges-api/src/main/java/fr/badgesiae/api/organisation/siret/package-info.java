/**
 * SIRETs of an organisation: the network that vets it changes the number, and the earlier ones are kept with their dates. Uses
 * nothing of the organisation's other packages. Start reading at {@link fr.badgesiae.api.organisation.siret.ChangeSiret}.
 */
package fr.badgesiae.api.organisation.siret;
