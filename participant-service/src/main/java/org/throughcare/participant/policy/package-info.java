/** The numbers, triggers and methods that a programme sets, by the day from which they hold. */
@NullMarked
package org.throughcare.participant.policy;

import org.jspecify.annotations.NullMarked;
