package org.throughcare.platform.subject;

/**
 * Of something there is more than the package holds.
 *
 * @param of the package's field
 * @param within how many of it the package was made from
 */
public record Cut(String of, int within) {}
