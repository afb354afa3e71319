/** One JSON mapping for the store, events and HTTP. */
@NullMarked
package org.throughcare.platform.json;

import org.jspecify.annotations.NullMarked;
