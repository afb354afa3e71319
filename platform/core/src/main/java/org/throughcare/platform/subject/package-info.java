/** All that a service holds about one person, for that person: who may ask, what is put on record, and how a bound is said. */
@NullMarked
package org.throughcare.platform.subject;

import org.jspecify.annotations.NullMarked;
