/** One person with several ids: what a merge of two records means for whoever keeps copies. */
@NullMarked
package org.throughcare.platform.person;

import org.jspecify.annotations.NullMarked;
