package org.throughcare.participant.site;

import java.time.LocalDate;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a site. */
public sealed interface SiteEvent extends Happened {

    record SiteOpened(String name) implements SiteEvent {}

    record SiteChanged(String name) implements SiteEvent {}

    record StaffingModelChangePlanned(StaffingModel to, LocalDate on) implements SiteEvent {}

    record StaffingModelChanged(StaffingModel from, StaffingModel to, LocalDate on) implements SiteEvent {}
}
