/** How much one caller or address may ask for, and how large a request may be. */
@NullMarked
package org.throughcare.gateway.limit;

import org.jspecify.annotations.NullMarked;
