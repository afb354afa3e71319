/** Tests of what scheduling knows of others. */
@NullMarked
package org.throughcare.scheduling.known;

import org.jspecify.annotations.NullMarked;
