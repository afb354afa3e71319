/** The plan as a document, and the wiring. */
@NullMarked
package org.throughcare.participant.plan.store;

import org.jspecify.annotations.NullMarked;
