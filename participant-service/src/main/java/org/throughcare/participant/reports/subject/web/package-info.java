/** Subject access over HTTP. */
@NullMarked
package org.throughcare.participant.reports.subject.web;

import org.jspecify.annotations.NullMarked;
