/** What a release, its withdrawal and a moved date do to appointments and tasks. */
@NullMarked
package org.throughcare.scheduling.release;

import org.jspecify.annotations.NullMarked;
