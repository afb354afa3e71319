/** Reports over HTTP. */
@NullMarked
package org.throughcare.referral.report.web;

import org.jspecify.annotations.NullMarked;
