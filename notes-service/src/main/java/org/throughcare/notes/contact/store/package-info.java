/** Contact ledgers and the report read from them. */
@NullMarked
package org.throughcare.notes.contact.store;

import org.jspecify.annotations.NullMarked;
