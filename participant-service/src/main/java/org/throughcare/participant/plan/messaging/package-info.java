/** What others announce that makes a plan due for review. */
@NullMarked
package org.throughcare.participant.plan.messaging;

import org.jspecify.annotations.NullMarked;
