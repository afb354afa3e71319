package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.UUID;

/** A participant and someone who works outside got to know each other (L18). */
public record Introduction(UUID id, IntroductionKind kind, UUID staff, LocalDate on) {}
