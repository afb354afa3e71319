/** The queue of a device that wrote without a network, replayed item by item. */
@NullMarked
package org.throughcare.notes.offline;

import org.jspecify.annotations.NullMarked;
