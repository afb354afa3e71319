@NullMarked
package org.throughcare.participant.running;

import org.jspecify.annotations.NullMarked;
