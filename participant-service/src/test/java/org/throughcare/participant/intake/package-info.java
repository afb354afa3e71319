@NullMarked
package org.throughcare.participant.intake;

import org.jspecify.annotations.NullMarked;
