/** Intake and identity over HTTP. */
@NullMarked
package org.throughcare.participant.identity.web;

import org.jspecify.annotations.NullMarked;
