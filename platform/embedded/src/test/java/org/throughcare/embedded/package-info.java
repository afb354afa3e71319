/** What the embedded parts promise, tried through the real drivers. */
@NullMarked
package org.throughcare.embedded;

import org.jspecify.annotations.NullMarked;
