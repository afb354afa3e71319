/** Releases of information over HTTP. */
@NullMarked
package org.throughcare.participant.consent.web;

import org.jspecify.annotations.NullMarked;
