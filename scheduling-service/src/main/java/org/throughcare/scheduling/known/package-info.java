/** What this service knows of what others own: custody, cases, staff, sites, policies, enrolments, notes. */
@NullMarked
package org.throughcare.scheduling.known;

import org.jspecify.annotations.NullMarked;
