/** Through whom and how a participant is reached, in order. */
@NullMarked
package org.throughcare.participant.contact;

import org.jspecify.annotations.NullMarked;
