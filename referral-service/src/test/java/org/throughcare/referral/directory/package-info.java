/** Tests of the directory's own words. */
@NullMarked
package org.throughcare.referral.directory;

import org.jspecify.annotations.NullMarked;
