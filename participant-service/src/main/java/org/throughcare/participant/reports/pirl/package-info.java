/** The federal participant record: a schema as data, rows per participation period, checks in three stages. */
@NullMarked
package org.throughcare.participant.reports.pirl;

import org.jspecify.annotations.NullMarked;
