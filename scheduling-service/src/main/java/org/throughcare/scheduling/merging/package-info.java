/** What a merge of two records, and its undoing, does to what is planned. */
@NullMarked
package org.throughcare.scheduling.merging;

import org.jspecify.annotations.NullMarked;
