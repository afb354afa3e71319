package org.throughcare.participant.plan;

/** What the participant does when transport or childcare fails (Y13). "Not needed" is an answer, silence is none. */
public record BackUps(String transport, String childcare) {}
