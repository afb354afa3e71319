/** Enrolment over HTTP. */
@NullMarked
package org.throughcare.participant.enrolment.web;

import org.jspecify.annotations.NullMarked;
