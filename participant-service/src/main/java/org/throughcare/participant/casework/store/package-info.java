/** Cases and caseloads as they are kept. */
@NullMarked
package org.throughcare.participant.casework.store;

import org.jspecify.annotations.NullMarked;
