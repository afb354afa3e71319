package org.throughcare.participant.plan;

import java.time.LocalDate;

/** Staff and participant looked at the plan together (Y6, N3). */
public record Review(String id, LocalDate on, String findings, String by) {}
