/** Enrolments as documents, catalogues as files, and the wiring. */
@NullMarked
package org.throughcare.participant.enrolment.store;

import org.jspecify.annotations.NullMarked;
