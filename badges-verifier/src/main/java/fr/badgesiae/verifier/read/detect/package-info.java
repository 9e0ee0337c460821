/**
 * Detection without reading: file formats by their first bytes, addresses in texts, pages and parameters. Nothing is fetched.
 * Start reading at {@link fr.badgesiae.verifier.read.detect.LinkReader}.
 */
package fr.badgesiae.verifier.read.detect;
