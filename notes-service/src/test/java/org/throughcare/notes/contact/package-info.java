/** Contact ledgers, rule by rule. */
@NullMarked
package org.throughcare.notes.contact;

import org.jspecify.annotations.NullMarked;
