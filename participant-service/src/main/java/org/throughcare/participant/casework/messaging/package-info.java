/** What a case does when custody, sites or staff change. */
@NullMarked
package org.throughcare.participant.casework.messaging;

import org.jspecify.annotations.NullMarked;
