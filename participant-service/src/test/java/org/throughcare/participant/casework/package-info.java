@NullMarked
package org.throughcare.participant.casework;

import org.jspecify.annotations.NullMarked;
