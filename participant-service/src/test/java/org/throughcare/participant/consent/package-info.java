@NullMarked
package org.throughcare.participant.consent;

import org.jspecify.annotations.NullMarked;
