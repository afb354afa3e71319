package org.throughcare.notes.known;

/** @param zone IANA name of the site's time zone */
public record KnownSite(String id, String zone) {}
