/** The plan over HTTP. */
@NullMarked
package org.throughcare.participant.plan.web;

import org.jspecify.annotations.NullMarked;
