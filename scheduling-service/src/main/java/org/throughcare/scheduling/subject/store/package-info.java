/** What is held about one person, from the stores. */
@NullMarked
package org.throughcare.scheduling.subject.store;

import org.jspecify.annotations.NullMarked;
