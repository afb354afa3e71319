/** The ledger of contacts: what is owed to each programme, what was done, what is overdue. */
@NullMarked
package org.throughcare.notes.contact;

import org.jspecify.annotations.NullMarked;
