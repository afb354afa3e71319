/** What this service knows of what participant-service owns: people, cases, custody, enrolments, sites, policies. */
@NullMarked
package org.throughcare.notes.known;

import org.jspecify.annotations.NullMarked;
