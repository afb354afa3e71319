/** Households over HTTP. */
@NullMarked
package org.throughcare.participant.household.web;

import org.jspecify.annotations.NullMarked;
