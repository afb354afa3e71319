@NullMarked
package org.throughcare.participant.household;

import org.jspecify.annotations.NullMarked;
