package org.throughcare.acceptance.process;

/**
 * Where a service is asked: at one of its instances, or where all of them are reached.
 *
 * @param wireName as events and databases name the service
 */
public record Door(String wireName, String uri) {}
