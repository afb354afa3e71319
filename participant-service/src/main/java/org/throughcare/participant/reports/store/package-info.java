/** The copies that reports read. */
@NullMarked
package org.throughcare.participant.reports.store;

import org.jspecify.annotations.NullMarked;
