/** Reports and exports as JSON and CSV. */
@NullMarked
package org.throughcare.participant.reports.web;

import org.jspecify.annotations.NullMarked;
