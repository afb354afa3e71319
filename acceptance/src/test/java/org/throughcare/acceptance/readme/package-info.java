/** What the README says, held against what is there. */
@NullMarked
package org.throughcare.acceptance.readme;

import org.jspecify.annotations.NullMarked;
