/** The files that deploy the suite, read as data: what must hold of them wherever they are used. */
@NullMarked
package org.throughcare.acceptance.deploy;

import org.jspecify.annotations.NullMarked;
