/** The quarterly measure of a HUD grant: who of the original assisted residents is in case management (H2, H3). */
@NullMarked
package org.throughcare.participant.reports.hud;

import org.jspecify.annotations.NullMarked;
