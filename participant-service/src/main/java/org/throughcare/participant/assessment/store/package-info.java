/** The assessment as a document, and the wiring. */
@NullMarked
package org.throughcare.participant.assessment.store;

import org.jspecify.annotations.NullMarked;
