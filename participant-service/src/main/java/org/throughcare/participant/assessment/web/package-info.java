/** The assessment over HTTP. */
@NullMarked
package org.throughcare.participant.assessment.web;

import org.jspecify.annotations.NullMarked;
