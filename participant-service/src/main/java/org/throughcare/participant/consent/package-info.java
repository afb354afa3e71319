/** Releases of information: who may be told what, for which purpose, until when. */
@NullMarked
package org.throughcare.participant.consent;

import org.jspecify.annotations.NullMarked;
