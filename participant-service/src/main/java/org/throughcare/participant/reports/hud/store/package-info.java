/** The roster of residents and the facts that the measure is taken from. */
@NullMarked
package org.throughcare.participant.reports.hud.store;

import org.jspecify.annotations.NullMarked;
