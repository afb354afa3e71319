/** The whole suite in one JVM: the embedded default. */
@NullMarked
package org.throughcare.allinone;

import org.jspecify.annotations.NullMarked;
