@NullMarked
package org.throughcare.participant.staff;

import org.jspecify.annotations.NullMarked;
