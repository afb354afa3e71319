package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.throughcare.participant.policy.Programme;

/** The outcome of an enrolment decision for someone better served by others (Y18). */
public record ReferredElsewhere(String id, Programme insteadOf, String to, String grounds, LocalDate on, String by) {}
