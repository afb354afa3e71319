@NullMarked
package org.throughcare.referral.subject;

import org.jspecify.annotations.NullMarked;
