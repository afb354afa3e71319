/** The roster and the measure over HTTP. */
@NullMarked
package org.throughcare.participant.reports.hud.web;

import org.jspecify.annotations.NullMarked;
