/** Staff members over HTTP. */
@NullMarked
package org.throughcare.participant.staff.web;

import org.jspecify.annotations.NullMarked;
