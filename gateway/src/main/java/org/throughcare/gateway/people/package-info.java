/** One person's file put together from what each service knows. */
@NullMarked
package org.throughcare.gateway.people;

import org.jspecify.annotations.NullMarked;
