/** Contact that the participant starts. */
@NullMarked
package org.throughcare.scheduling.dropin;

import org.jspecify.annotations.NullMarked;
