/** The directory's exchange format, Open Referral HSDS 3.0, read into listings. */
@NullMarked
package org.throughcare.referral.directory.hsds;

import org.jspecify.annotations.NullMarked;
