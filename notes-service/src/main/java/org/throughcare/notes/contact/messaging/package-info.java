/** What moves a ledger: signed notes, cases, enrolments, releases, policies. */
@NullMarked
package org.throughcare.notes.contact.messaging;

import org.jspecify.annotations.NullMarked;
