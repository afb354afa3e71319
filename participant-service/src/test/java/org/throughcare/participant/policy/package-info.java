@NullMarked
package org.throughcare.participant.policy;

import org.jspecify.annotations.NullMarked;
