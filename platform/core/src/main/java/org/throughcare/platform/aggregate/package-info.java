/** The shape of a decision: what an aggregate is given, what it answers, what it announces. Knows no framework. */
@NullMarked
package org.throughcare.platform.aggregate;

import org.jspecify.annotations.NullMarked;
