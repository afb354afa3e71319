/** A grantee's data taken out of the stores as plain files, brought back, and removed; docs/operations.md says when. */
@NullMarked
package org.throughcare.platform.backup;

import org.jspecify.annotations.NullMarked;
