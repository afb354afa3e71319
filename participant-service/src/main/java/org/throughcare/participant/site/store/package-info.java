/** Sites as they are kept. */
@NullMarked
package org.throughcare.participant.site.store;

import org.jspecify.annotations.NullMarked;
