@NullMarked
package org.throughcare.participant.identity;

import org.jspecify.annotations.NullMarked;
