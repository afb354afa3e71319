/** The intake queue over HTTP. */
@NullMarked
package org.throughcare.participant.intake.web;

import org.jspecify.annotations.NullMarked;
