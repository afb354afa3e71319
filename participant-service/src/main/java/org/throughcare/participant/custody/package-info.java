/** Where a participant is held, until when, and how it ended. */
@NullMarked
package org.throughcare.participant.custody;

import org.jspecify.annotations.NullMarked;
