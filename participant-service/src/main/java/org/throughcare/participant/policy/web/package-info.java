/** Programme policies over HTTP. */
@NullMarked
package org.throughcare.participant.policy.web;

import org.jspecify.annotations.NullMarked;
