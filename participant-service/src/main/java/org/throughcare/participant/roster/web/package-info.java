/** The list of participants over HTTP. */
@NullMarked
package org.throughcare.participant.roster.web;

import org.jspecify.annotations.NullMarked;
