/** Subject access over HTTP. */
@NullMarked
package org.throughcare.referral.subject.web;

import org.jspecify.annotations.NullMarked;
