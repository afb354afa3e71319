/** Partners and the directory over HTTP. */
@NullMarked
package org.throughcare.referral.directory.web;

import org.jspecify.annotations.NullMarked;
